package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Names;
import java.util.stream.Stream;

/** IGMP: RFC 1112, RFC 2236, RFC 9776; a query if unset. Of version 3 is a query that sets what only it has. */
final class Igmp {
    private static final int QUERY = 0x11;
    private static final int REPORT = 0x22;
    private static final Names TYPES = Names.NONE
            .and("query", QUERY)
            .and("v1-report", 0x12)
            .and("v2-report", 0x16)
            .and("leave", 0x17)
            .and("v3-report", REPORT);

    static final Header HEADER = Header.of("igmp", fields())
            .withHeaderLength(layer -> isReport(layer) ? Header.UNSTATED : 12 + 4 * Groups.number(layer, "numsrc"))
            .withSummary("=type group? mrcode? records");

    private Igmp() {}

    private static Field[] fields() {
        Stream<Field> all = Stream.of(
                Field.of("type", 8).hex().named(TYPES).withDefault(QUERY),
                Field.of("mrcode", 8),
                Field.of("checksum", 16).checksum(Checksums::whole),
                Field.address("group", Field.Kind.IPV4).optional(layer -> !isReport(layer)),
                Field.of("reserved", 16).optional(Igmp::isReport),
                Field.of("numrec", 16).computed(c -> Groups.count(c, "records")).optional(Igmp::isReport),
                Groups.records(Field.Kind.IPV4).optional(Igmp::isReport));
        return Stream.concat(all, Groups.query(Field.Kind.IPV4, layer -> layer.number("type") == QUERY))
                .toArray(Field[]::new);
    }

    private static boolean isReport(Layer layer) {
        return layer.number("type") == REPORT;
    }
}
