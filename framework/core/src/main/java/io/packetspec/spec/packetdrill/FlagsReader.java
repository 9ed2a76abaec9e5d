package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import io.packetspec.spec.packetdrill.TcpFlags.Flag;
import java.util.EnumSet;
import java.util.OptionalLong;

/** Reads flags of TCP: letters, a digit for the counter of Accurate ECN, or a dash. */
final class FlagsReader {
    private final Tokens tokens;
    private final EnumSet<Flag> set = EnumSet.noneOf(Flag.class);
    private OptionalLong ace = OptionalLong.empty();

    FlagsReader(Tokens tokens) {
        this.tokens = tokens;
    }

    TcpFlags read() {
        At at = tokens.at();
        if (!tokens.accept("-")) {
            text().chars().forEach(letter -> add(at, (char) letter));
        }
        return new TcpFlags(at, set, ace);
    }

    /** The lexer takes the dot of {@code S.5} for the point of a decimal number. */
    private String text() {
        String letters = tokens.is(TokenKind.WORD) ? tokens.next().text() : "";
        if (tokens.is(TokenKind.DECIMAL)) {
            return letters + tokens.next().text();
        }
        String all = letters + (tokens.accept(".") ? "." : "");
        if (all.isEmpty()) {
            throw tokens.expected("a packet: udp, icmp, or flags of TCP (S F R P U E W A . or -)");
        }
        return all;
    }

    private void add(At at, char letter) {
        Flag flag = Flag.of(letter).orElse(null);
        boolean counter = letter >= '0' && letter <= '7';
        if (flag == null && !counter) {
            throw new Refusal(at, "unknown flag of TCP \"" + letter + "\"; one of: S F R P U E W A . and 0 to 7");
        }
        if (ace.isPresent() && (counter || flag.isOfEcn())
                || counter && set.stream().anyMatch(Flag::isOfEcn)) {
            throw new Refusal(
                    at, "the flags E, W and A are the bits of one number: \"" + letter + "\" sets them again");
        }
        if (flag == null) {
            ace = OptionalLong.of(letter - '0');
        } else {
            set.add(flag);
        }
    }
}
