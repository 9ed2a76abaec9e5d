package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the headers before the inner packet; each ends with a colon. */
final class EncapsulationReader {
    private final Tokens tokens;

    EncapsulationReader(Tokens tokens) {
        this.tokens = tokens;
    }

    List<Encapsulation> read() {
        List<Encapsulation> headers = new ArrayList<>();
        Optional<Encapsulation> header = header();
        while (header.isPresent()) {
            tokens.expect(":");
            headers.add(header.get());
            header = header();
        }
        return headers;
    }

    private Optional<Encapsulation> header() {
        At at = tokens.at();
        if (tokens.accept("ipv4")) {
            return Optional.of(ipv4(at));
        } else if (tokens.accept("ipv6")) {
            return Optional.of(ipv6(at));
        } else if (tokens.accept("gre") || tokens.accept("GREv0")) {
            return Optional.of(gre(at));
        }
        return tokens.accept("mpls")
                ? Optional.of(new Encapsulation.Mpls(at, MplsReader.read(tokens)))
                : Optional.empty();
    }

    private Encapsulation ipv4(At at) {
        IpInfo info = IpInfoReader.read(tokens);
        String source = AddressReader.readBare(tokens, TokenKind.IPV4);
        tokens.expect(">");
        return new Encapsulation.Ipv4(at, info, source, AddressReader.readBare(tokens, TokenKind.IPV4));
    }

    private Encapsulation ipv6(At at) {
        IpInfo info = IpInfoReader.read(tokens);
        String source = AddressReader.readBare(tokens, TokenKind.IPV6);
        tokens.expect(">");
        return new Encapsulation.Ipv6(at, info, source, AddressReader.readBare(tokens, TokenKind.IPV6));
    }

    private Encapsulation gre(At at) {
        boolean bare = !tokens.accept(",") && tokens.is(":");
        return new Encapsulation.Gre(at, bare ? GreHeader.BARE : GreReader.read(tokens));
    }
}
