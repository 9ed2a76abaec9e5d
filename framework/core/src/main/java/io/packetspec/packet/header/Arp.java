package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Names;

/** ARP for IPv4 over Ethernet, RFC 826; a request if nobody says otherwise. */
final class Arp {
    private static final Names OPERATIONS = Names.NONE.and("request", 1).and("reply", 2);

    static final Header HEADER = Header.of(
                    "arp",
                    Field.of("htype", 16).withDefault(1),
                    Field.of("ptype", 16).hex().named(Protocols.ETHER_TYPES).withDefault(0x0800),
                    Field.of("hlen", 8).withDefault(6),
                    Field.of("plen", 8).withDefault(4),
                    Field.of("op", 16).named(OPERATIONS).withDefault(1),
                    Field.address("sha", Field.Kind.MAC),
                    Field.address("spa", Field.Kind.IPV4),
                    Field.address("tha", Field.Kind.MAC),
                    Field.address("tpa", Field.Kind.IPV4))
            .withSummary("=op spa>tpa sha tha?");

    private Arp() {}
}
