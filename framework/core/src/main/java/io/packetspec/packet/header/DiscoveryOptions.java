package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Names;
import io.packetspec.packet.OptionStyle;

/** Options of neighbour discovery: RFC 4861 section 4.6, RFC 3971 section 5.3, RFC 8106. */
final class DiscoveryOptions {
    private static final long FOREVER = 0xffff_ffffL;
    private static final int ON_LINK_AND_AUTONOMOUS = 6;

    static final Field LIST = Field.options(
                    "options",
                    GenericOption.any(OptionStyle.DISCOVERY),
                    option("sll", 1, Field.address("sll", Field.Kind.MAC)),
                    option("tll", 2, Field.address("tll", Field.Kind.MAC)),
                    option(
                            "prefix",
                            3,
                            Field.of("plen", 8).withDefault(64),
                            Field.of("flags", 3)
                                    .flags(Names.NONE, "R", "A", "L")
                                    .withDefault(ON_LINK_AND_AUTONOMOUS),
                            Field.of("reserved", 5),
                            Field.of("valid", 32).withDefault(FOREVER),
                            Field.of("preferred", 32).withDefault(FOREVER),
                            Field.of("reserved2", 32),
                            Field.address("prefix", Field.Kind.IPV6)),
                    option(
                            "redirected",
                            4,
                            Field.of("reserved", 16),
                            Field.of("reserved2", 32),
                            Field.hexOctets("hex")),
                    option("mtu", 5, Field.of("reserved", 16), Field.of("mtu", 32)),
                    option("nonce", 14, Field.hexOctets("nonce")),
                    option(
                            "rdnss",
                            25,
                            Field.of("reserved", 16),
                            Field.of("lifetime", 32),
                            Field.options("servers", Header.of("server", Field.address("server", Field.Kind.IPV6)))),
                    Header.RAW)
            .listed(OptionStyle.DISCOVERY);

    private DiscoveryOptions() {}

    private static Header option(String name, int kind, Field... fields) {
        return GenericOption.of(OptionStyle.DISCOVERY, name, kind, fields);
    }
}
