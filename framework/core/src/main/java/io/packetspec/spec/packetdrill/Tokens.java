package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tokens of a script, one after the other. */
final class Tokens {
    private final List<Token> all;
    private int next;

    Tokens(List<Token> all) {
        this.all = new ArrayList<>(all);
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return all.get(Math.min(next + ahead, all.size() - 1));
    }

    Token next() {
        Token token = peek();
        next++;
        return token;
    }

    At at() {
        return peek().at();
    }

    boolean is(TokenKind kind) {
        return peek().kind() == kind;
    }

    boolean is(String lexeme) {
        return peek().is(lexeme);
    }

    boolean accept(String lexeme) {
        boolean there = is(lexeme);
        next += there ? 1 : 0;
        return there;
    }

    void expect(String lexeme) {
        if (!accept(lexeme)) {
            throw expected("\"" + lexeme + "\"");
        }
    }

    Token expect(TokenKind kind, String what) {
        if (!is(kind)) {
            throw expected(what);
        }
        return next();
    }

    /** Something other than what is next; where the next event is next, the place is behind what was last. */
    Refusal expected(String what) {
        if (next > 0 && next < all.size() && (is(TokenKind.END) || startsEvent())) {
            return new Refusal(
                    all.get(next - 1).end(),
                    "expected " + what + " before " + (is(TokenKind.END) ? peek() : "the next event"));
        }
        String hint = is("#") ? "; comments are // and /* */" : "";
        return new Refusal(at(), "expected " + what + ", not " + peek() + hint);
    }

    /** Where only a symbol could make sense of a word. */
    Refusal expectedOrSymbol(String what) {
        String symbol = is(TokenKind.WORD) ? "; no symbol of this name is defined" : "";
        Refusal refusal = expected(what);
        return new Refusal(refusal.problem().at(), refusal.problem().message() + symbol);
    }

    /** From here on every word that is one of the symbols is its value. */
    void define(Map<String, String> symbols) {
        for (int i = next; i < all.size(); i++) {
            Token token = all.get(i);
            String value = token.kind() == TokenKind.WORD ? symbols.get(token.text()) : null;
            if (value != null && !Symbols.isReserved(token.text())) {
                all.set(i, Symbols.replaced(token, value));
            }
        }
    }

    int position() {
        return next;
    }

    /** Goes on to the next line that looks like an event, behind a position. */
    void skipToEvent(int behind) {
        next = Math.max(next, behind + 1);
        while (!is(TokenKind.END) && !startsEvent()) {
            next++;
        }
    }

    private boolean startsEvent() {
        if (!peek().first() || is("+") || is("*")) {
            return peek().first();
        }
        boolean timed = is(TokenKind.DECIMAL) || is(TokenKind.INTEGER);
        Token action = peek(1);
        return timed && (action.kind() != TokenKind.MARK || action.is("<") || action.is(">") || action.is("~"));
    }
}
