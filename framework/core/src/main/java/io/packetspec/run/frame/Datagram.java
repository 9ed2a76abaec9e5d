package io.packetspec.run.frame;

import io.packetspec.packet.Address;
import io.packetspec.packet.Dissection;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Octets;
import io.packetspec.packet.Packet;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Family;
import io.packetspec.spec.Topology.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program hands to a socket. Addresses that an IP header of its own leaves out are the host's and the
 * destination's; a transport header without one gets the checksum that those addresses give it.
 */
public final class Datagram {
    private static final Set<Header> NEEDS_ADDRESSES = Set.of(
            Headers.TCP,
            Headers.UDP,
            Headers.ICMPV6,
            Headers.HBH,
            Headers.DSTOPTS,
            Headers.ROUTING,
            Headers.FRAGMENT,
            Headers.AH);
    private final Host host;
    private final @Nullable Address to;
    private final Family family;

    /** @param to the destination of the call, or null for a connected socket */
    public Datagram(Host host, @Nullable Address to, Family family) {
        this.host = host;
        this.to = to;
        this.family = to == null ? family : to.isIpv4() ? Family.IPV4 : Family.IPV6;
    }

    /** @throws IllegalArgumentException if the packet has no octets */
    public Octets encode(Packet packet) {
        Layer first = packet.layers().get(0);
        if (first.header() == Headers.IPV4 || first.header() == Headers.IPV6) {
            return replaced(packet, addressed(first)).encode();
        }
        return NEEDS_ADDRESSES.contains(first.header()) ? inside(packet) : packet.encode();
    }

    private Octets inside(Packet packet) {
        List<Layer> layers = new ArrayList<>(packet.layers());
        Header ip = Envelope.ip(Envelope.family(layers.get(0).header().name(), family));
        // Only its addresses matter: how long a datagram may be is the kernel's to say.
        layers.add(0, addressed(Layer.of(ip)).with(ip == Headers.IPV4 ? "len" : "plen", 0));
        Octets whole = new Packet(layers).encode();
        return whole.slice(Dissection.of(ip, whole).parts().get(0).headerEnd(), whole.length());
    }

    private Layer addressed(Layer ip) {
        Family of = ip.header() == Headers.IPV4 ? Family.IPV4 : Family.IPV6;
        Layer sourced = Envelope.with(ip, "src", Network.address(host, of));
        return Envelope.with(
                sourced, "dst", Optional.ofNullable(to).filter(address -> address.isIpv4() == (of == Family.IPV4)));
    }

    private static Packet replaced(Packet packet, Layer first) {
        List<Layer> layers = new ArrayList<>(packet.layers());
        layers.set(0, first);
        return new Packet(layers);
    }
}
