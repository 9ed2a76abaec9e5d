package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Octets;
import java.io.ByteArrayOutputStream;

/** IPv4 options: RFC 791 section 3.1, RFC 2113. Routes are lists of addresses: {@code routes: [hop: 192.0.2.1]}. */
final class Ipv4Options {
    private static final int END = 0;
    private static final int NO_OPERATION = 1;
    private static final int COPIED = 0x80;

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

    /** Those whose first bit says that every fragment has them, as far as options are to be made out. */
    static Octets copied(Octets options) {
        ByteArrayOutputStream copied = new ByteArrayOutputStream();
        int at = 0;
        while (at < options.length() && options.at(at) != END) {
            boolean single = options.at(at) == NO_OPERATION || at + 1 == options.length();
            int end = single ? at + 1 : Math.min(at + Math.max(2, options.at(at + 1)), options.length());
            if (options.at(at) >= COPIED) {
                copied.writeBytes(options.slice(at, end).toArray());
            }
            at = end;
        }
        return Octets.of(copied.toByteArray());
    }
}
