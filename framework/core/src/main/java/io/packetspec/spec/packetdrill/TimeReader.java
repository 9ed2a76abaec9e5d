package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;

/** Reads when an event happens. */
final class TimeReader {
    private TimeReader() {}

    static When read(Tokens tokens) {
        if (tokens.accept("*")) {
            return new When.Any();
        }
        At at = tokens.at();
        if (!tokens.is("+") && !isNumber(tokens)) {
            throw tokens.expected(
                    tokens.peek().first()
                            ? "an event, which begins with its time (0.5, +0.5 or *)"
                            : "the end of the event");
        }
        boolean relative = tokens.accept("+");
        long from = seconds(tokens);
        if (!tokens.accept("~")) {
            return new When.Moment(relative, from);
        }
        if (tokens.is("+") != relative) {
            throw new Refusal(tokens.at(), "both ends of a range are relative (+0.1~+0.2), or none of them is");
        }
        tokens.accept("+");
        return range(at, new When.Range(relative, from, seconds(tokens)));
    }

    private static When range(At at, When.Range range) {
        if (range.to() < range.from()) {
            throw new Refusal(at, "the range " + range + " ends before it begins");
        }
        return range;
    }

    static long seconds(Tokens tokens) {
        if (!isNumber(tokens)) {
            throw tokens.expected("a time in seconds");
        }
        return Micros.read(tokens.next());
    }

    private static boolean isNumber(Tokens tokens) {
        return tokens.is(TokenKind.INTEGER) || tokens.is(TokenKind.DECIMAL);
    }
}
