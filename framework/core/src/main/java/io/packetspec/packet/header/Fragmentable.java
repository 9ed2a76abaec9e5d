package io.packetspec.packet.header;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Octets;
import io.packetspec.packet.Packet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A whole packet that is cut into fragments: RFC 791 section 3.2, RFC 8200 section 4.5. Its outermost IP header is cut
 * behind; its checksums are those of the whole.
 */
public final class Fragmentable {
    /** Octets of what is cut, from this one (included) to that one (excluded). */
    public record Piece(int from, int to) {}

    /** The units of offsets, in octets. */
    public static final int UNIT = 8;

    private static final Set<Header> LINK = Set.of(Headers.ETH, Headers.VLAN, Headers.MPLS);
    private static final Set<Header> IP = Set.of(Headers.IPV4, Headers.IPV6);
    private static final Set<Header> NOT_IN_IP = Set.of(Headers.ARP, Header.RAW);
    private static final Set<Header> EN_ROUTE = Set.of(Headers.HBH, Headers.DSTOPTS, Headers.ROUTING);
    private static final long MORE = 1;

    /** The layers that every fragment has: up to the last of those that routers on the way look at. */
    private final List<Layer> repeated;

    private final int ip;
    private final long id;
    private final long protocol;
    private final Octets whole;
    private final Octets content;
    private final Octets options;

    private Fragmentable(List<Layer> layers, int ip, long id) {
        this.whole = new Packet(layers).encode();
        this.id = id;
        int cut = cut(layers);
        this.ip = ip;
        this.repeated = layers.subList(0, cut);
        this.content = whole.slice(whole.length() - behind(layers, cut), whole.length());
        this.options = layers.get(ip).header() == Headers.IPV4
                ? whole.slice(
                        whole.length() - behind(layers, ip) + Ipv4.LENGTH, whole.length() - behind(layers, ip + 1))
                : Octets.NONE;
        Octets last = new Packet(layers.subList(cut - 1, layers.size())).encode();
        this.protocol = Dissection.of(layers.get(cut - 1).header(), last)
                .parts()
                .get(0)
                .layer()
                .number(selector(layers.get(cut - 1)));
    }

    /**
     * @param id the identification; null: that of its IPv4 header if it is set
     * @param otherwise the identification where nothing says it
     * @throws IllegalArgumentException if the packet has no IP header, or cannot be encoded
     */
    public static Fragmentable of(Packet packet, @Nullable Long id, long otherwise) {
        int ip = ip(packet.layers())
                .orElseThrow(() ->
                        new IllegalArgumentException("without an IP header there is nothing to cut into fragments"));
        List<Layer> layers = new ArrayList<>(packet.layers());
        Layer network = layers.get(ip);
        long own = network.value("id").map(Long.class::cast).orElse(otherwise);
        if (network.header() == Headers.IPV4) {
            layers.set(ip, network.with("id", id == null ? own : id));
        }
        return new Fragmentable(layers, ip, id == null ? own : id);
    }

    /** Whether the outermost header is one of IP, or one around which one is filled in. */
    public static boolean isMeantFor(List<Header> headers) {
        int inside = inside(headers);
        return inside < headers.size()
                && (IP.contains(headers.get(inside)) || inside == 0 && !NOT_IN_IP.contains(headers.get(0)));
    }

    /** Where the first header stands that is none of the link's. */
    private static int inside(List<Header> headers) {
        int index = 0;
        while (index < headers.size() && LINK.contains(headers.get(index))) {
            index++;
        }
        return index;
    }

    /** How many octets are cut of a packet whose IP header may still have to be filled in. */
    public static int length(Packet packet) {
        return behind(packet.layers(), cut(packet.layers()));
    }

    public int length() {
        return content.length();
    }

    /** The packet in one. */
    public Octets whole() {
        return whole;
    }

    /** One fragment; of IPv6 with a fragment header even if it is the whole. */
    public Packet fragment(Piece piece) {
        List<Layer> layers = new ArrayList<>(repeated);
        boolean more = piece.to() < content.length();
        Layer network = layers.get(ip);
        layers.set(ip, network.without(network.header() == Headers.IPV4 ? "len" : "plen"));
        if (network.header() == Headers.IPV4) {
            layers.set(ip, version4(layers.get(ip), piece, more));
        } else {
            int last = layers.size() - 1;
            layers.set(last, layers.get(last).without("nh"));
            layers.add(Layer.of(Headers.FRAGMENT)
                    .with("nh", protocol)
                    .with("offset", piece.from() / UNIT)
                    .with("M", more ? MORE : 0)
                    .with("id", id));
        }
        layers.add(raw(content.slice(piece.from(), piece.to())));
        return new Packet(layers);
    }

    /** A packet that is a fragment itself goes on where it stood. */
    private Layer version4(Layer network, Piece piece, boolean more) {
        Layer header = network.with("proto", protocol)
                .with("frag", network.number("frag") + piece.from() / UNIT)
                .with("flags", network.number("flags") | (more ? MORE : 0));
        return piece.from() == 0 ? header : copied(header);
    }

    /** Behind the first fragment only the options that say so go along. */
    private Layer copied(Layer header) {
        if (options.length() == 0) {
            return header;
        }
        Octets copied = Ipv4Options.copied(options);
        return copied.length() == 0 ? header.without("options") : header.with("options", raw(copied));
    }

    private static Layer raw(Octets octets) {
        return Layer.of(Header.RAW).with("data", octets);
    }

    private static String selector(Layer layer) {
        return layer.header() == Headers.IPV4 ? "proto" : "nh";
    }

    private static Optional<Integer> ip(List<Layer> layers) {
        int index = inside(layers.stream().map(Layer::header).toList());
        return index < layers.size() && IP.contains(layers.get(index).header()) ? Optional.of(index) : Optional.empty();
    }

    /** The first layer of what is cut: behind IPv6 not hop-by-hop options, nor anything up to a routing header. */
    private static int cut(List<Layer> layers) {
        Optional<Integer> ip = ip(layers);
        int first = ip.map(i -> i + 1).orElse(0);
        int cut = first;
        if (ip.isPresent() && layers.get(ip.get()).header() == Headers.IPV4) {
            return cut;
        }
        for (int i = first; i < layers.size() && EN_ROUTE.contains(layers.get(i).header()); i++) {
            Header header = layers.get(i).header();
            cut = header == Headers.ROUTING || header == Headers.HBH && i == first ? i + 1 : cut;
        }
        return cut;
    }

    private static int behind(List<Layer> layers, int from) {
        return new Packet(layers.subList(from, layers.size())).encode().length();
    }
}
