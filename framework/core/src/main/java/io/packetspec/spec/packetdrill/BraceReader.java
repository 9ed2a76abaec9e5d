package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import io.packetspec.spec.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands in braces, which tells by its first words what it is. */
final class BraceReader {
    private final Tokens tokens;
    private final ExpressionReader expressions;

    BraceReader(Tokens tokens, ExpressionReader expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** @param at of the opening brace, which is read already */
    Expression read(At at) {
        if (tokens.is("(") || tokens.is("}")) {
            return closed(new Expression.Mpls(at, MplsReader.read(tokens)));
        }
        if (tokens.is("...") && tokens.peek(1).is(",")) {
            return closed(buffer(at));
        }
        if (GreReader.isNext(tokens) && !tokens.peek(1).is("=")) {
            return closed(new Expression.Gre(at, GreReader.read(tokens)));
        }
        boolean member = tokens.peek(1).is("=") || tokens.peek(1).is("(");
        Optional<StructKind> kind = member ? StructKind.byFirst(tokens.peek().text()) : Optional.empty();
        return kind.isPresent() ? closed(struct(at, kind.get())) : new Expression.Listing(at, expressions.list("}"));
    }

    private Expression closed(Expression expression) {
        tokens.expect("}");
        return expression;
    }

    private Expression buffer(At at) {
        tokens.expect("...");
        tokens.expect(",");
        return new Expression.Buffer(at, Unsigned.read(tokens, "the length of a buffer", 63));
    }

    private Struct struct(At at, StructKind kind) {
        List<Struct.Member> members = new ArrayList<>();
        for (MemberShape shape : kind.members()) {
            boolean separated = members.isEmpty() || tokens.accept(",");
            if (!separated && shape.optional()) {
                break;
            } else if (!separated) {
                throw tokens.expected("\",\" and " + shape);
            }
            members.add(member(shape));
        }
        return new Struct(at, kind, members);
    }

    private Struct.Member member(MemberShape shape) {
        Token name = tokens.expect(TokenKind.WORD, shape.toString());
        if (!shape.names().contains(name.text())) {
            throw new Refusal(
                    name.at(),
                    "expected " + shape + ", not \"" + name.text() + "\""
                            + Spelling.nearest(name.text(), shape.names())
                                    .map(n -> "; did you mean \"" + n + "\"?")
                                    .orElse(""));
        }
        Optional<Expression> count = shape.count().map(kind -> count(kind, name.text()));
        tokens.expect("=");
        return new Struct.Member(name.at(), name.text(), count, shape.value().check(expressions.read(), name.text()));
    }

    private Expression count(MemberShape.Kind kind, String name) {
        tokens.expect("(");
        Expression count = kind.check(expressions.read(), "the count of " + name);
        tokens.expect(")");
        return count;
    }
}
