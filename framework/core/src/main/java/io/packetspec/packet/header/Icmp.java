package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Names;
import java.util.Optional;
import java.util.Set;

/** ICMP, RFC 792 and RFC 1191: the second word is {@code rest}, or what the type makes of it. Echo request if unset. */
final class Icmp {
    private static final Names TYPES = Names.NONE
            .and("echo-reply", 0)
            .and("destination-unreachable", 3)
            .and("source-quench", 4)
            .and("redirect", 5)
            .and("echo-request", 8)
            .and("router-advertisement", 9)
            .and("router-solicitation", 10)
            .and("time-exceeded", 11)
            .and("parameter-problem", 12)
            .and("timestamp-request", 13)
            .and("timestamp-reply", 14);
    private static final Set<Long> ERRORS = Set.of(3L, 4L, 5L, 11L, 12L);
    private static final Set<Long> QUERIES = Set.of(0L, 8L, 13L, 14L);

    static final Header HEADER = Header.of(
                    "icmp",
                    Field.of("type", 8).named(TYPES).withDefault(8),
                    Field.of("code", 8),
                    Field.of("checksum", 16).checksum(Checksums::whole),
                    Field.of("rest", 32).hex().when(layer -> (layer.number("rest") & ~seen(layer)) != 0),
                    Field.of("id", 16).viewAt(32, Icmp::isQuery),
                    Field.of("seq", 16).viewAt(48, Icmp::isQuery),
                    Field.of("mtu", 16).viewAt(48, Icmp::isTooBig),
                    Field.of("pointer", 8).viewAt(32, Icmp::isProblem))
            .withNext(layer -> isError(layer) ? Optional.of(Ipv4.HEADER) : Optional.empty())
            .withQuotes(Icmp::isError)
            .withSummary("=type code? id seq mtu pointer");

    private Icmp() {}

    private static boolean isError(Layer layer) {
        return ERRORS.contains(layer.number("type"));
    }

    private static boolean isQuery(Layer layer) {
        return QUERIES.contains(layer.number("type"));
    }

    private static boolean isTooBig(Layer layer) {
        return layer.number("type") == 3 && layer.number("code") == 4;
    }

    private static boolean isProblem(Layer layer) {
        return layer.number("type") == 12;
    }

    /** The bits of {@code rest} that the other views show. */
    private static long seen(Layer layer) {
        return isQuery(layer) ? 0xffff_ffffL : isTooBig(layer) ? 0xffff : isProblem(layer) ? 0xff00_0000L : 0;
    }
}
