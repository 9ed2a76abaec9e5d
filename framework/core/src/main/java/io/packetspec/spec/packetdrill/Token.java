package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;

/**
 * A lexeme and its place.
 *
 * @param text without its delimiters, if it has any
 * @param end behind its last character
 * @param first of its line
 */
record Token(TokenKind kind, String text, At at, At end, boolean first) {

    /** Whether it is this mark or this word of the language, and not a text that says the same. */
    boolean is(String lexeme) {
        boolean spoken = kind == TokenKind.WORD || kind == TokenKind.MARK || kind == TokenKind.ELLIPSIS;
        return spoken && text.equals(lexeme);
    }

    /** What is told to users. */
    @Override
    public String toString() {
        switch (kind) {
            case END:
                return "the end of the script";
            case TEXT:
                return "a text in quotes";
            case SHELL:
                return "a command in back-quotes";
            case CODE:
                return "code in %{ }%";
            default:
                return "\"" + text + "\"";
        }
    }
}
