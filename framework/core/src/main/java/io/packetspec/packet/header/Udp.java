package io.packetspec.packet.header;

import io.packetspec.packet.Context;
import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import java.util.Optional;

/** UDP, RFC 768. Ports 0 if unset, except before VXLAN. */
final class Udp {
    static final Header HEADER = Header.of(
                    "udp",
                    Field.of("sport", 16),
                    Field.of("dport", 16).computed(Udp::port),
                    Field.of("len", 16).computed(Context::length),
                    Field.of("checksum", 16).checksum(Checksums::udp))
            .withNext(layer -> layer.number("dport") == Vxlan.PORT ? Optional.of(Vxlan.HEADER) : Optional.empty())
            .withSummary("sport>dport");

    private Udp() {}

    private static long port(Context context) {
        return context.next().filter(Vxlan.HEADER::equals).isPresent() ? Vxlan.PORT : 0;
    }
}
