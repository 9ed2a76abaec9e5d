package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.OptionStyle;
import java.util.Optional;
import java.util.Set;

/** IPv6 extension headers, RFC 8200 section 4, and the authentication header, RFC 4302, which IPv4 has too. */
final class Extensions {
    private static final int UNIT = 8;

    static final Header HOP_BY_HOP = options("hbh");
    static final Header DESTINATION = options("dstopts");

    static final Header ROUTING = Header.of(
                    "routing",
                    next(),
                    length(),
                    Field.of("type", 8),
                    Field.of("segleft", 8),
                    Field.octets("data").paddedTo(UNIT))
            .withHeaderLength(Extensions::length)
            .withNext(Protocols.next("nh", Protocols.IP))
            .withSummary("type segleft");

    /** {@code offset} counts units of eight octets, as the header does. */
    static final Header FRAGMENT = Header.of(
                    "fragment",
                    next(),
                    Field.of("reserved", 8),
                    Field.of("offset", 13),
                    Field.of("reserved2", 2),
                    Field.of("M", 1),
                    Field.of("id", 32).hex())
            .withNext(Extensions::fragmented)
            .withSummary("offset M id");

    static final Header AUTHENTICATION = Header.of(
                    "ah",
                    next(),
                    Field.of("len", 8).computed(c -> c.headerLength() / 4 - 2),
                    Field.of("reserved", 16),
                    Field.of("spi", 32).hex(),
                    Field.of("seq", 32),
                    Field.octets("icv").paddedTo(4))
            .withHeaderLength(layer -> 4 * (int) layer.number("len") + 8)
            .withNext(Protocols.next("nh", Protocols.IP))
            .withSummary("spi seq");

    /** Those whose numbers mean nothing behind IPv4. */
    static final Set<Header> ONLY_IPV6 = Set.of(HOP_BY_HOP, DESTINATION, ROUTING, FRAGMENT);

    private Extensions() {}

    private static Header options(String name) {
        Header[] formats = {
            GenericOption.single("pad1", 0).asPadding(),
            option("padn", 1, Field.hexOctets("padn")).asPadding(),
            option("router-alert", 5, Field.of("router-alert", 16)),
            option("jumbo", 0xc2, Field.of("jumbo", 32)),
            Header.RAW
        };
        Field options = Field.options("options", GenericOption.any(OptionStyle.EXTENSION), formats)
                .listed(OptionStyle.EXTENSION)
                .paddedTo(UNIT);
        return Header.of(name, next(), length(), options)
                .withHeaderLength(Extensions::length)
                .withNext(Protocols.next("nh", Protocols.IP));
    }

    private static Header option(String name, int kind, Field... fields) {
        return GenericOption.of(OptionStyle.EXTENSION, name, kind, fields);
    }

    private static Field next() {
        return Field.of("nh", 8).selecting(Protocols.IP, Protocols.EXPERIMENTAL);
    }

    private static Field length() {
        return Field.of("len", 8).computed(c -> c.headerLength() / UNIT - 1);
    }

    private static int length(Layer layer) {
        return UNIT * ((int) layer.number("len") + 1);
    }

    /** Only the first fragment begins with a header. */
    private static Optional<Header> fragmented(Layer layer) {
        return layer.number("offset") == 0 ? Protocols.next("nh", Protocols.IP).apply(layer) : Optional.empty();
    }
}
