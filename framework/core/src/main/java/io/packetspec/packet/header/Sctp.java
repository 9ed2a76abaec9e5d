package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;

/** SCTP's common header, RFC 9260 section 3.1; its chunks are payload. */
final class Sctp {
    static final Header HEADER = Header.of(
                    "sctp",
                    Field.of("sport", 16),
                    Field.of("dport", 16),
                    Field.of("tag", 32).hex(),
                    Field.of("checksum", 32).checksum(Checksums::crc32c))
            .withSummary("sport>dport tag");

    private Sctp() {}
}
