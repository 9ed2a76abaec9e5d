package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Strings in quotes, one after the other: together they are one.
 *
 * @param pieces as they stand between their quotes, escapes and all
 * @param open {@code "abc"...}: the text goes on; only of a single piece
 */
public record Text(At at, List<String> pieces, boolean open) implements Expression {
    private static final String ESCAPED = "\\\"fnrtv";
    private static final String MEANT = "\\\"\f\n\r\t\u000b";

    public Text {
        pieces = List.copyOf(pieces);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.text(this);
    }

    /**
     * What the text stands for, without a terminating zero.
     *
     * @throws IllegalArgumentException if there is an escape other than {@code \\ \" \f \n \r \t \v} and {@code \xhh}
     */
    public byte[] octets() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        pieces.forEach(piece -> decode(piece, octets));
        return octets.toByteArray();
    }

    private static void decode(String piece, ByteArrayOutputStream octets) {
        int next = 0;
        while (next < piece.length()) {
            int backslash = piece.indexOf('\\', next);
            int end = backslash < 0 ? piece.length() : backslash;
            octets.writeBytes(piece.substring(next, end).getBytes(StandardCharsets.UTF_8));
            next = backslash < 0 ? end : escape(piece, backslash + 1, octets);
        }
    }

    private static int escape(String piece, int at, ByteArrayOutputStream octets) {
        String rest = piece.substring(at);
        if (rest.matches("(?s)x\\p{XDigit}{2}.*")) {
            octets.write(Integer.parseInt(rest.substring(1, 3), 16));
            return at + 3;
        }
        int known = rest.isEmpty() ? -1 : ESCAPED.indexOf(rest.charAt(0));
        if (known < 0) {
            throw new IllegalArgumentException("unknown escape \\" + rest.substring(0, Math.min(1, rest.length()))
                    + " in a text; legal: \\\\ \\\" \\f \\n \\r \\t \\v \\xhh");
        }
        octets.write(MEANT.charAt(known));
        return at + 1;
    }

    @Override
    public String toString() {
        String all = pieces.stream().map(piece -> '"' + piece + '"').collect(Collectors.joining(" "));
        return all + (open ? "..." : "");
    }
}
