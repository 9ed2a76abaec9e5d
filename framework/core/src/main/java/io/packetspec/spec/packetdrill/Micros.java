package io.packetspec.spec.packetdrill;

import java.math.BigDecimal;

/** Decimal seconds as whole microseconds, without rounding. */
final class Micros {
    private static final int DIGITS = 6;

    private Micros() {}

    static long read(Token token) {
        BigDecimal seconds = new BigDecimal(token.text());
        if (seconds.signum() < 0) {
            throw new Refusal(token.at(), "the time " + token.text() + " is negative");
        }
        try {
            return seconds.movePointRight(DIGITS).longValueExact();
        } catch (ArithmeticException e) {
            throw new Refusal(
                    token.at(), "the time " + token.text() + " is finer than a microsecond or does not fit in 64 bits");
        }
    }

    static String print(long micros) {
        return BigDecimal.valueOf(micros, DIGITS).stripTrailingZeros().toPlainString();
    }
}
