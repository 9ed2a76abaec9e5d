package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@code icmp unreachable frag_needed mtu 1400 [1:1001(1000)]}. */
final class IcmpReader {
    private IcmpReader() {}

    static Body read(Tokens tokens, At at) {
        String type = tokens.expect(TokenKind.WORD, "the type of ICMP").text();
        Optional<String> code = code(tokens);
        OptionalLong mtu = Unsigned.after("mtu", tokens, 32);
        OptionalLong id = Unsigned.after("id", tokens, 16);
        return new Body.Icmp(at, type, code, mtu, id, echoed(tokens));
    }

    private static Optional<String> code(Tokens tokens) {
        boolean there = tokens.is(TokenKind.WORD) && !tokens.is("mtu") && !tokens.is("id");
        return there ? Optional.of(tokens.next().text()) : Optional.empty();
    }

    private static Optional<Echoed> echoed(Tokens tokens) {
        At at = tokens.at();
        if (!tokens.accept("[")) {
            return Optional.empty();
        }
        Echoed echoed = inner(tokens, at);
        tokens.expect("]");
        return Optional.of(echoed);
    }

    private static Echoed inner(Tokens tokens, At at) {
        if (tokens.accept("udp")) {
            return new Echoed.Udp(at, UdpReader.length(tokens));
        }
        return tokens.accept("raw")
                ? new Echoed.Raw(at, UdpReader.length(tokens))
                : new Echoed.Tcp(at, SequenceReader.read(tokens));
    }
}
