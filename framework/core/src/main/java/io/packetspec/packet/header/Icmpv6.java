package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Names;
import java.util.Optional;

/** ICMPv6, RFC 4443: the second word is {@code rest}, or what the type makes of it. Echo request if unset. */
final class Icmpv6 {
    private static final int NEXT_HEADER = 58;
    private static final Names TYPES = Names.NONE
            .and("destination-unreachable", 1)
            .and("packet-too-big", 2)
            .and("time-exceeded", 3)
            .and("parameter-problem", 4)
            .and("echo-request", 128)
            .and("echo-reply", 129)
            .and("mld-query", 130)
            .and("mld-report", 131)
            .and("mld-done", 132)
            .and("router-solicitation", 133)
            .and("router-advertisement", 134)
            .and("neighbor-solicitation", 135)
            .and("neighbor-advertisement", 136)
            .and("redirect", 137)
            .and("mldv2-report", 143);

    static final Header HEADER = Header.of(
                    "icmpv6",
                    Field.of("type", 8).named(TYPES).withDefault(128),
                    Field.of("code", 8),
                    Field.of("checksum", 16).checksum(Checksums.transport(NEXT_HEADER)),
                    Field.of("rest", 32).hex().when(layer -> !isEcho(layer) && !isTooBig(layer) && !isProblem(layer)),
                    Field.of("id", 16).viewAt(32, Icmpv6::isEcho),
                    Field.of("seq", 16).viewAt(48, Icmpv6::isEcho),
                    Field.of("mtu", 32).viewAt(32, Icmpv6::isTooBig),
                    Field.of("pointer", 32).viewAt(32, Icmpv6::isProblem))
            .withNext(layer -> isError(layer) ? Optional.of(Ipv6.HEADER) : Optional.empty())
            .withQuotes(Icmpv6::isError)
            .withSummary("=type code? rest? id seq mtu pointer");

    private Icmpv6() {}

    private static boolean isError(Layer layer) {
        return layer.number("type") >= 1 && layer.number("type") <= 4;
    }

    private static boolean isEcho(Layer layer) {
        return layer.number("type") == 128 || layer.number("type") == 129;
    }

    private static boolean isTooBig(Layer layer) {
        return layer.number("type") == 2;
    }

    private static boolean isProblem(Layer layer) {
        return layer.number("type") == 4;
    }
}
