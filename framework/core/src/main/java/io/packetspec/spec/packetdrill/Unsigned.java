package io.packetspec.spec.packetdrill;

import java.math.BigInteger;
import java.util.OptionalLong;

/** Reads numbers that fill fields of a known width. */
final class Unsigned {
    private Unsigned() {}

    /** A decimal number of so many bits. */
    static long read(Tokens tokens, String what, int bits) {
        if (!tokens.is(TokenKind.INTEGER)) {
            throw tokens.expectedOrSymbol(what + ": a number");
        }
        Token token = tokens.next();
        return check(token, new BigInteger(token.text()), what, bits);
    }

    /** A hexadecimal number of so many bits. */
    static long readHexadecimal(Tokens tokens, String what, int bits) {
        Token token = tokens.expect(TokenKind.HEXADECIMAL, what + ": a number that begins with 0x");
        return check(token, new BigInteger(token.text().substring(2), 16), what, bits);
    }

    static long readEither(Tokens tokens, String what, int bits) {
        return tokens.is(TokenKind.HEXADECIMAL) ? readHexadecimal(tokens, what, bits) : read(tokens, what, bits);
    }

    /** A decimal number behind a word, if the word is there. */
    static OptionalLong after(String word, Tokens tokens, int bits) {
        return tokens.accept(word) ? OptionalLong.of(read(tokens, word, bits)) : OptionalLong.empty();
    }

    private static long check(Token token, BigInteger value, String what, int bits) {
        if (value.signum() < 0 || value.bitLength() > bits) {
            BigInteger most = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
            throw new Refusal(token.at(), what + " is 0 to " + most + ", not " + token.text());
        }
        return value.longValue();
    }
}
