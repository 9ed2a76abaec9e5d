package io.packetspec.packet.header;

import io.packetspec.packet.Context;
import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Names;
import io.packetspec.packet.Options;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What IGMPv3 (RFC 9776) and MLDv2 (RFC 9777) have in common, but for the addresses. */
final class Groups {
    private static final String SOURCES = "sources";
    private static final Names RECORD_TYPES = Names.NONE
            .and("is-include", 1)
            .and("is-exclude", 2)
            .and("to-include", 3)
            .and("to-exclude", 4)
            .and("allow", 5)
            .and("block", 6);

    private static final Header IPV4_SOURCE = Header.of("source", Field.address("source", Field.Kind.IPV4));
    private static final Header IPV6_SOURCE = Header.of("source", Field.address("source", Field.Kind.IPV6));

    private Groups() {}

    /** What queries have since IGMPv3 and MLDv2. */
    static Stream<Field> query(Field.Kind kind, Predicate<Layer> there) {
        return Stream.of(
                        Field.of("resv", 4),
                        Field.of("s", 1),
                        Field.of("qrv", 3),
                        Field.of("qqic", 8),
                        Field.of("numsrc", 16).computed(c -> count(c, SOURCES)),
                        sources(kind))
                .map(field -> field.trailing(there));
    }

    static Field records(Field.Kind kind) {
        int unit = octets(kind);
        Header group = Header.of(
                        "record",
                        Field.of("type", 8).named(RECORD_TYPES),
                        Field.of("auxlen", 8),
                        Field.of("numsrc", 16).computed(c -> count(c, SOURCES)),
                        Field.address("group", kind),
                        sources(kind))
                .withHeaderLength(layer -> 4 + unit + unit * number(layer, "numsrc") + 4 * number(layer, "auxlen"));
        return Field.options("records", group, Header.RAW);
    }

    private static Field sources(Field.Kind kind) {
        return Field.options(SOURCES, kind == Field.Kind.IPV4 ? IPV4_SOURCE : IPV6_SOURCE, Header.RAW);
    }

    static int octets(Field.Kind kind) {
        return kind == Field.Kind.IPV4 ? 4 : 16;
    }

    static int number(Layer layer, String field) {
        return (int) layer.number(field);
    }

    static int count(Context context, String list) {
        return context.layer()
                .value(list)
                .map(value -> ((Options) value).list().size())
                .orElse(0);
    }
}
