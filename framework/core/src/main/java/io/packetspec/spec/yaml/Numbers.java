package io.packetspec.spec.yaml;

import java.util.regex.Pattern;

/** Numbers as specs write them: decimal or {@code 0x} hex, with a sign. */
final class Numbers {
    static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,18}|0[xX][0-9a-fA-F]{1,15})");

    private Numbers() {}

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** @throws IllegalArgumentException if it is none */
    static long parse(String text) {
        if (!isNumber(text)) {
            throw new IllegalArgumentException("expected a number such as 80 or 0x50, not \"" + text + "\"");
        }
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String digits = signed ? text.substring(1) : text;
        long number = digits.startsWith("0x") || digits.startsWith("0X")
                ? Long.parseLong(digits.substring(2), 16)
                : Long.parseLong(digits);
        return text.startsWith("-") ? -number : number;
    }
}
