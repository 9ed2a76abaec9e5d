package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Names;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * ICMPv6, RFC 4443: the second word is {@code rest}, or what the type makes of it. Echo request if unset. Neighbour
 * discovery (RFC 4861) and MLD (RFC 2710, RFC 9777) have more; an MLDv2 query is one that sets what only it has.
 */
final class Icmpv6 {
    private static final int NEXT_HEADER = 58;
    private static final int ROUTER = 134;
    private static final int ADVERTISEMENT = 136;
    private static final int REDIRECT = 137;
    private static final int REPORT = 143;
    private static final Names PREFERENCES =
            Names.NONE.and("medium", 0).and("high", 1).and("low", 3);
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

    static final Header HEADER = Header.of("icmpv6", fields())
            .withHeaderLength(Icmpv6::length)
            .withNext(layer -> isError(layer) ? Optional.of(Ipv6.HEADER) : Optional.empty())
            .withQuotes(Icmpv6::isError)
            .withSummary("=type code? rest? id seq mtu pointer target group? records");

    private Icmpv6() {}

    private static Field[] fields() {
        return Stream.of(common(), discovery(), Groups.query(Field.Kind.IPV6, Icmpv6::isQuery))
                .flatMap(Function.identity())
                .toArray(Field[]::new);
    }

    private static Stream<Field> common() {
        return Stream.of(
                Field.of("type", 8).named(TYPES).withDefault(128),
                Field.of("code", 8),
                Field.of("checksum", 16).checksum(Checksums.transport(NEXT_HEADER)),
                Field.of("rest", 32)
                        .hex()
                        .computed(c -> Groups.count(c, "records"))
                        .when(layer -> (layer.number("rest") & ~seen(layer)) != 0),
                Field.of("id", 16).viewAt(32, Icmpv6::isEcho),
                Field.of("seq", 16).viewAt(48, Icmpv6::isEcho),
                Field.of("mtu", 32).viewAt(32, Icmpv6::isTooBig),
                Field.of("pointer", 32).viewAt(32, Icmpv6::isProblem),
                Field.of("flags", 3).flags(Names.NONE, "O", "S", "R").viewAt(32, is(ADVERTISEMENT)),
                Field.of("hlim", 8).viewAt(32, is(ROUTER)),
                Field.of("raflags", 3).flags(Names.NONE, "H", "O", "M").viewAt(40, is(ROUTER)),
                Field.of("prf", 2).named(PREFERENCES).viewAt(43, is(ROUTER)),
                Field.of("lifetime", 16).viewAt(48, is(ROUTER)),
                Field.of("mrcode", 16).viewAt(32, Icmpv6::isGroup),
                Field.of("numrec", 16).computed(c -> Groups.count(c, "records")).viewAt(48, is(REPORT)));
    }

    private static Stream<Field> discovery() {
        return Stream.of(
                Field.of("reachable", 32).optional(is(ROUTER)),
                Field.of("retrans", 32).optional(is(ROUTER)),
                Field.address("target", Field.Kind.IPV6).optional(among(135, ADVERTISEMENT, REDIRECT)),
                Field.address("dst", Field.Kind.IPV6).optional(is(REDIRECT)),
                Field.address("group", Field.Kind.IPV6).optional(Icmpv6::isGroup),
                DiscoveryOptions.LIST.optional(among(133, ROUTER, 135, ADVERTISEMENT, REDIRECT)),
                Groups.records(Field.Kind.IPV6).optional(is(REPORT)));
    }

    private static Predicate<Layer> is(long type) {
        return layer -> layer.number("type") == type;
    }

    private static Predicate<Layer> among(Integer... types) {
        return layer -> Set.of(types).contains((int) layer.number("type"));
    }

    /** The bits of {@code rest} that the other views show. */
    private static long seen(Layer layer) {
        int type = (int) layer.number("type");
        return switch (type) {
            case 2, 4, 128, 129 -> 0xffff_ffffL;
            case 130, 131, 132 -> 0xffff_0000L;
            case ROUTER -> 0xfff8_ffffL;
            case ADVERTISEMENT -> 0xe000_0000L;
            case REPORT -> 0xffff;
            default -> 0;
        };
    }

    /** All there is, where the type does not say how many addresses follow. */
    private static int length(Layer layer) {
        return isQuery(layer) ? 28 + 16 * Groups.number(layer, "numsrc") : Header.UNSTATED;
    }

    private static boolean isQuery(Layer layer) {
        return layer.number("type") == 130;
    }

    private static boolean isGroup(Layer layer) {
        return layer.number("type") >= 130 && layer.number("type") <= 132;
    }

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
