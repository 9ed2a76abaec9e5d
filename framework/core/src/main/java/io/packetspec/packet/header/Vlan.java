package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;

/** A VLAN tag, IEEE 802.1Q clause 9.6, from its control information to the type of what it tags. */
final class Vlan {
    static final Header HEADER = Header.of(
                    "vlan",
                    Field.of("prio", 3),
                    Field.of("dei", 1),
                    Field.of("vlan", 12),
                    Field.of("type", 16).hex().selecting(Protocols.ETHER_TYPES, Protocols.EXPERIMENTAL_TYPE))
            .withNext(Protocols.next("type", Protocols.ETHER_TYPES))
            .withSummary("=vlan prio?");

    private Vlan() {}
}
