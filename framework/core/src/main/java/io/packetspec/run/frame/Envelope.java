package io.packetspec.run.frame;

import io.packetspec.lab.Vicinity;
import io.packetspec.packet.Address;
import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.packet.Octets;
import io.packetspec.packet.Packet;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Family;
import io.packetspec.spec.Topology.Interface;
import io.packetspec.spec.Topology.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fills in the outer layers that a spec left out, and the addresses in those it gave: from the wire to the host. */
public final class Envelope {
    private static final Address BROADCAST = Address.parse("ff:ff:ff:ff:ff:ff");
    private static final Set<String> LINK = Set.of("eth", "raw");
    private static final Set<String> TAGS = Set.of("vlan", "mpls");
    private static final Set<String> NETWORK = Set.of("arp", "ipv4", "ipv6");
    private static final String SOURCE = "src";
    private static final String DESTINATION = "dst";

    private final Wire wire;
    private final Interface host;
    private final Vicinity vicinity;
    private final Family family;

    public Envelope(Wire wire, Interface host, Vicinity vicinity, Family family) {
        this.wire = wire;
        this.host = host;
        this.vicinity = vicinity;
        this.family = family;
    }

    /** The packet from the Ethernet header on; one that starts with {@code raw} is left as it is. */
    public Packet around(Packet packet) {
        List<Layer> layers = new ArrayList<>(packet.layers());
        String outermost = layers.get(0).header().name();
        if (outermost.equals("raw")) {
            return packet;
        }
        if (!LINK.contains(outermost) && !TAGS.contains(outermost) && !NETWORK.contains(outermost)) {
            layers.add(0, Layer.of(ip(family(outermost, family))));
        }
        if (!wire.layer3() && !LINK.contains(layers.get(0).header().name())) {
            layers.add(0, Layer.of(Headers.ETH));
        }
        int network = wire.layer3() ? 0 : network(layers);
        for (int i = 0; i < Math.min(network + 1, layers.size()); i++) {
            layers.set(i, addressed(layers.get(i), layers));
        }
        return new Packet(layers);
    }

    /** Where the layer stands that is behind the link layer and its tags. */
    private static int network(List<Layer> layers) {
        int index = 1;
        while (index < layers.size() && TAGS.contains(layers.get(index).header().name())) {
            index++;
        }
        return index;
    }

    /** The family of the IP layer around this one: some have their own, everything else the spec's. */
    static Family family(String inner, Family otherwise) {
        return switch (inner) {
            case "icmp", "igmp" -> Family.IPV4;
            case "icmpv6", "hbh", "dstopts", "routing", "fragment" -> Family.IPV6;
            default -> otherwise;
        };
    }

    private Layer addressed(Layer layer, List<Layer> layers) {
        return switch (layer.header().name()) {
            case "eth" -> filled(layer, SOURCE, wire.mac(), DESTINATION, destination(layers));
            case "arp" -> arp(layer);
            case "ipv4" -> between(layer, Family.IPV4);
            case "ipv6" -> between(layer, Family.IPV6);
            default -> layer;
        };
    }

    private Layer between(Layer layer, Family of) {
        Layer sourced = with(layer, SOURCE, Network.address(wire, of));
        return with(sourced, DESTINATION, Network.address(host, of));
    }

    private Layer arp(Layer layer) {
        Layer named = filled(layer, "sha", wire.mac(), "tha", Address.parse("00:00:00:00:00:00"));
        Layer asking = with(named, "spa", Network.address(wire, Family.IPV4));
        return with(asking, "tpa", Network.address(host, Family.IPV4));
    }

    /**
     * The MAC of whom the inner destination belongs to on this network, or the group address that it maps to (RFC 1112
     * 6.4, RFC 2464 7); of the host at the wire's end otherwise.
     */
    private Address destination(List<Layer> layers) {
        int network = network(layers);
        if (layers.size() <= network) {
            return host.mac();
        }
        Layer inner = layers.get(network);
        if (inner.header().name().equals("arp")) {
            return inner.value("op").filter(op -> !op.equals(1L)).isPresent() ? host.mac() : BROADCAST;
        }
        return inner.value(DESTINATION)
                .filter(Address.class::isInstance)
                .flatMap(address -> mac(((Address) address).octets()))
                .orElse(host.mac());
    }

    private Optional<Address> mac(Octets ip) {
        return group(ip).or(() -> vicinity.mac(ip.toArray()).map(mac -> new Address(Octets.of(mac))));
    }

    private static Optional<Address> group(Octets ip) {
        if (ip.length() == 16 && ip.at(0) == 0xff) {
            return Optional.of(mac(0x33, 0x33, ip.at(12), ip.at(13), ip.at(14), ip.at(15)));
        } else if (ip.length() == 4 && ip.at(0) >> 4 == 0xe) {
            return Optional.of(mac(0x01, 0x00, 0x5e, ip.at(1) & 0x7f, ip.at(2), ip.at(3)));
        } else if (ip.length() == 4 && ip.at(0) == 0xff) {
            return Optional.of(BROADCAST);
        }
        return Optional.empty();
    }

    private static Address mac(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return new Address(Octets.of(bytes));
    }

    private static Layer filled(Layer layer, String first, Address one, String second, Address two) {
        return with(with(layer, first, Optional.of(one)), second, Optional.of(two));
    }

    /** The layer with this field, unless its user set it or there is nothing to set. */
    static Layer with(Layer layer, String name, Optional<Address> address) {
        Field field = layer.header().field(name).orElseThrow();
        return address.isEmpty() || layer.fields().containsKey(field)
                ? layer
                : layer.with(field, Match.exact(address.get()));
    }

    static Header ip(Family family) {
        return family == Family.IPV4 ? Headers.IPV4 : Headers.IPV6;
    }
}
