package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a system call and its result. */
final class CallReader {
    private final Tokens tokens;
    private final ExpressionReader expressions;

    CallReader(Tokens tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionReader(tokens);
    }

    Call read(When when) {
        OptionalLong until = until(when);
        Token name = tokens.expect(TokenKind.WORD, "the name of a system call");
        tokens.expect("(");
        List<Expression> arguments = expressions.list(")");
        tokens.expect("=");
        Expression result = expressions.read();
        return new Call(name.at(), until, name.text(), arguments, result, failure(), note());
    }

    private OptionalLong until(When when) {
        if (!tokens.accept("...")) {
            return OptionalLong.empty();
        }
        if (tokens.is("+")) {
            throw new Refusal(
                    tokens.at(), "the end of a call has no +: it is measured from where its begin is measured");
        }
        At at = tokens.at();
        long end = TimeReader.seconds(tokens);
        if (when instanceof When.Moment begin && end < begin.micros()) {
            throw new Refusal(at, "the call ends at " + Micros.print(end) + ", before it begins");
        }
        return OptionalLong.of(end);
    }

    private Optional<Call.Failure> failure() {
        if (!tokens.is(TokenKind.WORD)) {
            return Optional.empty();
        }
        Token errno = tokens.next();
        String note = note().orElseThrow(() -> tokens.expected("what " + errno.text() + " means, in parentheses"));
        return Optional.of(new Call.Failure(errno.at(), errno.text(), note));
    }

    private Optional<String> note() {
        if (!tokens.accept("(")) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        do {
            words.add(tokens.expect(TokenKind.WORD, "a word of a note").text());
        } while (!tokens.accept(")"));
        return Optional.of(String.join(" ", words));
    }
}
