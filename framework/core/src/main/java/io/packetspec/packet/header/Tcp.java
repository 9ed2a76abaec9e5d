package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Names;

/**
 * TCP, RFC 9293 section 3.1. Flags are FIN SYN RST PSH ACK URG ECE CWR, and N for what RFC 3540 called NS and AccECN
 * (RFC 9768) calls AE; CWR may be written W too. No flags, ports 0 and window 8192 if unset.
 */
final class Tcp {
    private static final int PROTOCOL = 6;
    private static final Names ALIASES = Names.NONE.and("W", 0x80);

    static final Header HEADER = Header.of(
                    "tcp",
                    Field.of("sport", 16),
                    Field.of("dport", 16),
                    Field.of("seq", 32),
                    Field.of("ack", 32),
                    Field.of("dataofs", 4).computed(c -> c.headerLength() / 4),
                    Field.of("reserved", 3),
                    Field.of("flags", 9).flags(ALIASES, "F", "S", "R", "P", "A", "U", "E", "C", "N"),
                    Field.of("win", 16).withDefault(8192),
                    Field.of("checksum", 16).checksum(Checksums.transport(PROTOCOL)),
                    Field.of("urgptr", 16),
                    Field.options("options", GenericOption.HEADER, TcpOptions.ALL)
                            .paddedTo(4))
            .withHeaderLength(layer -> (int) layer.number("dataofs") * 4)
            .withSummary("sport>dport [flags] seq ack? win");

    private Tcp() {}
}
