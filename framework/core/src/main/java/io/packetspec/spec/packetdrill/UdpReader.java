package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.Optional;

/** Reads {@code udp 40000 > 53 (1000)}. */
final class UdpReader {
    private UdpReader() {}

    static Body read(Tokens tokens, At at) {
        Optional<Ports> ports = ports(tokens);
        return new Body.Udp(at, ports, length(tokens));
    }

    /** Octets of a payload, in parentheses. */
    static long length(Tokens tokens) {
        tokens.expect("(");
        long length = Unsigned.read(tokens, "the length of the payload", 16);
        tokens.expect(")");
        return length;
    }

    static Optional<Ports> ports(Tokens tokens) {
        if (!tokens.is(TokenKind.INTEGER)) {
            return Optional.empty();
        }
        At at = tokens.at();
        long source = Unsigned.read(tokens, "a port", 16);
        tokens.expect(">");
        return Optional.of(new Ports(at, source, Unsigned.read(tokens, "a port", 16)));
    }
}
