package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;

/** IPv4 options: RFC 791 section 3.1, RFC 2113. Routes are lists of addresses: {@code routes: [hop: 192.0.2.1]}. */
final class Ipv4Options {
    private static final Header HOP = Header.of("hop", Field.address("hop", Field.Kind.IPV4));

    static final Header[] ALL = {
        GenericOption.single("eol", 0).asPadding(),
        GenericOption.single("nop", 1),
        route("rr", 7),
        route("lsrr", 131),
        route("ssrr", 137),
        GenericOption.of(
                "timestamp",
                68,
                Field.of("pointer", 8).withDefault(5),
                Field.of("overflow", 4),
                Field.of("flag", 4),
                Field.hexOctets("hex")),
        GenericOption.of("router-alert", 148, Field.of("router-alert", 16)),
        Header.RAW
    };

    private Ipv4Options() {}

    private static Header route(String name, int kind) {
        return GenericOption.of(name, kind, Field.of("pointer", 8).withDefault(4), Field.options("routes", HOP));
    }
}
