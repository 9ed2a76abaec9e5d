package io.packetspec.spec.yaml;

import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.Topology;
import java.util.Set;

/** Packets on wires that have no Ethernet. */
final class Layer3 {
    private static final Set<String> LINK = Set.of("eth", "vlan", "arp", "mpls");

    private Layer3() {}

    static void check(PacketTemplate packet, String wire, Scope scope) {
        Topology.Wire known = scope.lab().wires().get(wire);
        if (known != null && known.layer3()) {
            packet.layers().stream()
                    .limit(1)
                    .filter(layer -> LINK.contains(layer.header().name()))
                    .forEach(layer -> scope.problem(
                            layer.at(),
                            "the wire " + wire + " has no Ethernet: packets on it begin with the IP header, not with "
                                    + layer.header().name()));
        }
    }
}
