package io.packetspec.spec.packetdrill;

import io.packetspec.spec.Spelling;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code flags [key present], sum 0, off 0, key 7, seq 0}; commas may be missing. */
final class GreReader {
    private static final Map<String, Integer> FLAGS = new TreeMap<>(Map.of(
            "none", 0,
            "checksum", GreHeader.CHECKSUM_PRESENT,
            "key", GreHeader.KEY_PRESENT,
            "sequence#", GreHeader.SEQUENCE_PRESENT));

    private GreReader() {}

    static boolean isNext(Tokens tokens) {
        return tokens.is("flags") || tokens.is("Flags");
    }

    static GreHeader read(Tokens tokens) {
        if (!tokens.accept("Flags")) {
            tokens.expect("flags");
        }
        long flags = tokens.accept("[") ? flags(tokens) : Unsigned.readEither(tokens, "flags", 16);
        long sum = field(tokens, "sum", 16);
        long offset = field(tokens, "off", 16);
        long key = field(tokens, "key", 32);
        return new GreHeader(flags, sum, offset, key, field(tokens, "seq", 32));
    }

    private static long flags(Tokens tokens) {
        long flags = 0;
        do {
            flags |= flag(tokens);
        } while (tokens.accept(","));
        tokens.expect("]");
        return flags;
    }

    private static int flag(Tokens tokens) {
        Token name = tokens.expect(TokenKind.WORD, "a flag of GRE");
        Integer flag = FLAGS.get(name.text());
        if (flag == null) {
            throw new Refusal(
                    name.at(),
                    "unknown flag of GRE \"" + name.text() + "\"" + Spelling.among(name.text(), FLAGS.keySet()));
        }
        if (flag != 0) {
            tokens.expect("present");
        }
        return flag;
    }

    private static long field(Tokens tokens, String name, int bits) {
        tokens.accept(",");
        tokens.expect(name);
        if (name.equals("key")) {
            tokens.accept("=");
        }
        return Unsigned.readEither(tokens, name, bits);
    }
}
