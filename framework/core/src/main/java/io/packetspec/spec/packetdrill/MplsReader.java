package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code (label 16, tc 0, [S], ttl 64)}, one after the other. */
final class MplsReader {
    private MplsReader() {}

    static List<MplsEntry> read(Tokens tokens) {
        List<MplsEntry> entries = new ArrayList<>();
        while (tokens.is("(")) {
            entries.add(entry(tokens));
        }
        return entries;
    }

    private static MplsEntry entry(Tokens tokens) {
        At at = tokens.next().at();
        long label = field(tokens, "label", 20);
        tokens.expect(",");
        long trafficClass = field(tokens, "tc", 3);
        tokens.expect(",");
        boolean bottom = bottom(tokens);
        MplsEntry entry = new MplsEntry(at, label, trafficClass, bottom, field(tokens, "ttl", 8));
        tokens.expect(")");
        return entry;
    }

    private static long field(Tokens tokens, String name, int bits) {
        tokens.expect(name);
        return Unsigned.read(tokens, name, bits);
    }

    private static boolean bottom(Tokens tokens) {
        boolean bottom = tokens.accept("[");
        if (bottom) {
            tokens.expect("S");
            tokens.expect("]");
            tokens.expect(",");
        }
        return bottom;
    }
}
