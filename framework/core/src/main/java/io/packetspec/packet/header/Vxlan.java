package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import java.util.Optional;

/** VXLAN, RFC 7348 section 5: behind UDP's port 4789, before Ethernet. */
final class Vxlan {
    static final int PORT = 4789;

    static final Header HEADER = Header.of(
                    "vxlan",
                    Field.of("flags", 8).hex().withDefault(0x08),
                    Field.of("reserved", 24),
                    Field.of("vni", 24),
                    Field.of("reserved2", 8))
            .withNext(layer -> Optional.of(Ethernet.HEADER))
            .withSummary("vni");

    private Vxlan() {}
}
