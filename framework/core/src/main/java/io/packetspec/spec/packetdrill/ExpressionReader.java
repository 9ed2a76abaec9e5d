package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads arguments and results of calls. */
final class ExpressionReader {
    private static final int DEEPEST = 100;

    private final Tokens tokens;
    private int depth;

    ExpressionReader(Tokens tokens) {
        this.tokens = tokens;
    }

    Expression read() {
        At at = tokens.at();
        if (++depth > DEEPEST) {
            throw new Refusal(at, "expressions are nested more than " + DEEPEST + " deep");
        }
        List<Expression> operands = new ArrayList<>();
        do {
            operands.add(operand());
        } while (tokens.accept("|"));
        depth--;
        return operands.size() == 1 ? operands.get(0) : new Expression.Union(at, operands);
    }

    /** Expressions between commas, and what closes them. */
    List<Expression> list(String close) {
        List<Expression> list = new ArrayList<>();
        if (tokens.accept(close)) {
            return list;
        }
        do {
            list.add(read());
        } while (tokens.accept(","));
        if (!tokens.accept(close)) {
            throw tokens.expected("\",\" or \"" + close + "\"");
        }
        return list;
    }

    private Expression operand() {
        At at = tokens.at();
        switch (tokens.peek().kind()) {
            case ELLIPSIS:
                tokens.next();
                return new Expression.Ellipsis(at);
            case INTEGER:
            case HEXADECIMAL:
                return number(tokens.next());
            case TEXT:
                return text(at);
            case WORD:
                return word(at);
            default:
                return bracketed(at);
        }
    }

    private Expression bracketed(At at) {
        if (tokens.accept("[")) {
            return new Expression.Array(at, list("]"));
        }
        if (tokens.accept("{")) {
            return new BraceReader(tokens, this).read(at);
        }
        throw tokens.expected("an expression");
    }

    private static Expression number(Token token) {
        boolean hexadecimal = token.kind() == TokenKind.HEXADECIMAL;
        BigInteger value = hexadecimal ? new BigInteger(token.text().substring(2), 16) : new BigInteger(token.text());
        if (value.bitLength() > (hexadecimal ? Long.SIZE : Long.SIZE - 1)) {
            throw new Refusal(token.at(), "the number " + token.text() + " does not fit in 64 bits");
        }
        return new Expression.Number(token.at(), value.longValue(), hexadecimal);
    }

    private Expression text(At at) {
        List<String> pieces = new ArrayList<>();
        do {
            pieces.add(piece(tokens.next()));
        } while (tokens.is(TokenKind.TEXT));
        return new Text(at, pieces, pieces.size() == 1 && tokens.accept("..."));
    }

    private static String piece(Token token) {
        try {
            new Text(token.at(), List.of(token.text()), false).octets();
            return token.text();
        } catch (IllegalArgumentException e) {
            throw new Refusal(token.at(), String.valueOf(e.getMessage()));
        }
    }

    private Expression word(At at) {
        String word = tokens.next().text();
        if (tokens.is("(") && word.startsWith("inet")) {
            return AddressReader.read(tokens, at, word);
        }
        if (tokens.is("(") && word.equals("htons")) {
            tokens.next();
            long port = Unsigned.read(tokens, "a port", 16);
            tokens.expect(")");
            return new Expression.Port(at, port);
        }
        return tokens.accept("=") ? new Expression.Assignment(at, word, read()) : new Expression.Name(at, word);
    }
}
