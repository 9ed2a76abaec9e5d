package io.packetspec.packet.header;

import io.packetspec.packet.Context;
import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Names;
import java.util.Optional;

/** IPv4, RFC 791 section 3.1. {@code frag} counts units of eight octets, as the header does; {@code evil} is RFC 3514. */
final class Ipv4 {
    /** Without options. */
    static final int LENGTH = 20;

    static final Header HEADER = Header.of(
                    "ipv4",
                    Field.of("version", 4).withDefault(4),
                    Field.of("ihl", 4).computed(c -> c.headerLength() / 4),
                    Field.of("tos", 8).hex(),
                    Field.of("len", 16).computed(Context::length),
                    Field.of("id", 16),
                    Field.of("flags", 3).flags(Names.NONE, "MF", "DF", "evil"),
                    Field.of("frag", 13),
                    Field.of("ttl", 8).withDefault(64),
                    Field.of("proto", 8).selecting(Protocols.IP, Protocols.EXPERIMENTAL),
                    Field.of("checksum", 16).checksum(Checksums::header),
                    Field.address("src", Field.Kind.IPV4),
                    Field.address("dst", Field.Kind.IPV4),
                    Field.options("options", GenericOption.HEADER, Ipv4Options.ALL)
                            .paddedTo(4))
            .withHeaderLength(layer -> (int) layer.number("ihl") * 4)
            .withLength(layer -> (int) layer.number("len"))
            .withNext(Ipv4::next)
            .withSummary("src>dst -id -flags=DF");

    private Ipv4() {}

    /** Only the first fragment begins with a header. */
    private static Optional<Header> next(Layer layer) {
        return layer.number("frag") == 0
                ? Protocols.next("proto", Protocols.IP)
                        .apply(layer)
                        .filter(next -> !Extensions.ONLY_IPV6.contains(next))
                : Optional.empty();
    }
}
