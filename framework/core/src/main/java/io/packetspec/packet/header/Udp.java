package io.packetspec.packet.header;

import io.packetspec.packet.Context;
import io.packetspec.packet.Field;
import io.packetspec.packet.Header;

/** UDP, RFC 768. Ports 0 if unset. */
final class Udp {
    static final Header HEADER = Header.of(
                    "udp",
                    Field.of("sport", 16),
                    Field.of("dport", 16),
                    Field.of("len", 16).computed(Context::length),
                    Field.of("checksum", 16).checksum(Checksums::udp))
            .withSummary("sport>dport");

    private Udp() {}
}
