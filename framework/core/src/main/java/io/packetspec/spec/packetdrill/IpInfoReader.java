package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import io.packetspec.spec.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads fields of an IP header, {@code [tos 0x10, flowlabel 0x12345]}, in brackets or parentheses, if they are there. */
final class IpInfoReader {
    private final Tokens tokens;
    private Optional<TrafficClass> trafficClass = Optional.empty();
    private OptionalLong flowLabel = OptionalLong.empty();
    private OptionalLong ttl = OptionalLong.empty();

    private IpInfoReader(Tokens tokens) {
        this.tokens = tokens;
    }

    static IpInfo read(Tokens tokens) {
        At at = tokens.at();
        IpInfoReader reader = new IpInfoReader(tokens);
        if (tokens.accept("[")) {
            reader.fields("]");
        } else if (tokens.accept("(")) {
            reader.fields(")");
        }
        return new IpInfo(at, reader.trafficClass, reader.flowLabel, reader.ttl);
    }

    private void fields(String close) {
        do {
            field();
        } while (tokens.accept(","));
        tokens.expect(close);
    }

    private void field() {
        Token name = tokens.expect(TokenKind.WORD, "a field of IP");
        Optional<TrafficClass.Ecn> ecn = Stream.of(TrafficClass.Ecn.values())
                .filter(value -> value.toString().equals(name.text()))
                .findAny();
        if (ecn.isPresent()) {
            once(name, trafficClass.isEmpty());
            trafficClass = Optional.of(ecn.get());
        } else {
            number(name);
        }
    }

    private void number(Token name) {
        switch (name.text()) {
            case "tos":
                once(name, trafficClass.isEmpty());
                trafficClass = Optional.of(new TrafficClass.Tos(Unsigned.readHexadecimal(tokens, "tos", 8)));
                break;
            case "flowlabel":
                once(name, flowLabel.isEmpty());
                flowLabel = OptionalLong.of(Unsigned.readHexadecimal(tokens, "flowlabel", 20));
                break;
            case "ttl":
                once(name, ttl.isEmpty());
                ttl = OptionalLong.of(Unsigned.read(tokens, "ttl", 8));
                break;
            default:
                throw new Refusal(
                        name.at(),
                        "unknown field of IP \"" + name.text() + "\"" + Spelling.among(name.text(), legal()));
        }
    }

    private static void once(Token name, boolean first) {
        if (!first) {
            throw new Refusal(name.at(), "\"" + name.text() + "\" says again what was said of IP");
        }
    }

    private static List<String> legal() {
        List<String> legal = new ArrayList<>(List.of("tos", "flowlabel", "ttl"));
        Stream.of(TrafficClass.Ecn.values()).map(Object::toString).forEach(legal::add);
        return legal;
    }
}
