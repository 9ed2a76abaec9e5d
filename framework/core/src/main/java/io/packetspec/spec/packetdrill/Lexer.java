package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Cuts the text of a script into tokens; comments and blanks are dropped. */
final class Lexer {
    private final String text;
    private final Lines lines;
    private final Map<TokenKind, Matcher> matchers = new EnumMap<>(TokenKind.class);
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int line;

    Lexer(String path, String text) {
        this.text = text;
        this.lines = new Lines(path, text);
        for (TokenKind kind : TokenKind.values()) {
            matchers.put(kind, kind.pattern().matcher(text));
        }
    }

    /** All tokens; the last one is the end. */
    List<Token> tokens() {
        while (next < text.length()) {
            if (Character.isWhitespace(text.charAt(next))) {
                next++;
            } else if (text.startsWith("//", next)) {
                int end = text.indexOf('\n', next);
                next = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", next)) {
                next = closing("*/", "comment") + 2;
            } else {
                token();
            }
        }
        add(TokenKind.END, "", next);
        return tokens;
    }

    private void token() {
        if (text.charAt(next) == '"') {
            quoted(TokenKind.TEXT, "text");
        } else if (text.charAt(next) == '`') {
            quoted(TokenKind.SHELL, "command");
        } else if (text.startsWith("%{", next)) {
            code();
        } else {
            lexeme();
        }
    }

    private void lexeme() {
        TokenKind best = TokenKind.MARK;
        int end = next + 1;
        for (TokenKind kind : TokenKind.values()) {
            Matcher matcher = matchers.get(kind).region(next, text.length());
            if (matcher.lookingAt() && (matcher.end() > end || best == TokenKind.MARK && matcher.end() == end)) {
                best = kind;
                end = matcher.end();
            }
        }
        add(best, text.substring(next, end), end);
    }

    private void quoted(TokenKind kind, String what) {
        char quote = text.charAt(next);
        int end = next + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            throw unclosed(what, String.valueOf(quote));
        }
        add(kind, text.substring(next + 1, end), end + 1);
    }

    private void code() {
        int end = closing("}%", "code");
        String inner = text.substring(next + 2, end);
        add(TokenKind.CODE, inner.replaceAll("^[ \\t]+|[ \\t]+$", ""), end + 2);
    }

    private int closing(String delimiter, String what) {
        int end = text.indexOf(delimiter, next + 2);
        if (end < 0) {
            throw unclosed(what, delimiter);
        }
        return end;
    }

    private Refusal unclosed(String what, String delimiter) {
        return new Refusal(lines.at(next), "the " + what + " that begins here is never closed by " + delimiter);
    }

    /** Adds what stands from here to there, and goes there. */
    private void add(TokenKind kind, String lexeme, int end) {
        At at = lines.at(next);
        tokens.add(new Token(kind, lexeme, at, lines.at(end), at.line() != line));
        next = end;
        line = lines.at(end).line();
    }
}
