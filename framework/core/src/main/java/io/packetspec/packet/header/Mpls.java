package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import java.util.Optional;

/** An entry of an MPLS label stack, RFC 3032. Nothing says what follows the last: IP is known by its version. */
final class Mpls {
    private static final String NAME = "mpls";

    static final Header HEADER = Header.of(
                    NAME,
                    Field.of("label", 20),
                    Field.of("cos", 3),
                    Field.of("s", 1)
                            .computed(c -> c.next()
                                            .filter(next -> next.name().equals(NAME))
                                            .isPresent()
                                    ? 0
                                    : 1),
                    Field.of("ttl", 8).withDefault(64))
            .withGuess(Mpls::next)
            .withSummary("label");

    private Mpls() {}

    private static Optional<Header> next(Layer layer, int octet) {
        if (layer.number("s") == 0) {
            return Headers.named(NAME);
        }
        return octet >> 4 == 4
                ? Optional.of(Ipv4.HEADER)
                : octet >> 4 == 6 ? Optional.of(Ipv6.HEADER) : Optional.empty();
    }
}
