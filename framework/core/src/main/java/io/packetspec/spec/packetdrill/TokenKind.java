package io.packetspec.spec.packetdrill;

import java.util.regex.Pattern;

/** What a lexeme is. Where several patterns fit the longest lexeme wins, then the first pattern. */
enum TokenKind {
    OPTION("--\\w+"),
    ELLIPSIS("\\.\\.\\."),
    DECIMAL("-?[0-9]*\\.[0-9]+"),
    INTEGER("-?[0-9]+"),
    HEXADECIMAL("0x\\p{XDigit}+"),
    WORD("sequence#|\\w+"),
    IPV4(Patterns.QUAD),
    IPV6("(?:" + Patterns.GROUPS + ")?::(?:" + Patterns.GROUP + ":)*" + Patterns.QUAD + "|(?:" + Patterns.GROUPS
            + ")?::(?:" + Patterns.GROUPS + ")?|(?:" + Patterns.GROUP + ":){7}" + Patterns.GROUP),
    /** Any other character. */
    MARK("[^\\s\"`]"),
    /** In double quotes, in back-quotes, and in %{ }%: found by their delimiters. */
    TEXT(""),
    SHELL(""),
    CODE(""),
    END("");

    private final Pattern pattern;

    TokenKind(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    Pattern pattern() {
        return pattern;
    }

    private static final class Patterns {
        private static final String QUAD = "[0-9]+(?:\\.[0-9]+){3}";
        private static final String GROUP = "\\p{XDigit}{1,4}";
        private static final String GROUPS = GROUP + "(?::" + GROUP + ")*";
    }
}
