package io.packetspec.spec.mutation;

import io.packetspec.packet.Match;
import io.packetspec.spec.TextMatch;
import io.packetspec.spec.Value;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a value that a spec wrote can be changed to, if it is known before the run. */
final class Values {
    private Values() {}

    /** A value that the run holds against a number or text. */
    static Stream<Change<Value<Match>>> changed(String path, Value<Match> value) {
        return changed(path, value, Match::toString);
    }

    /** @param text of a match, as specs write it */
    static Stream<Change<Value<Match>>> changed(String path, Value<Match> value, Function<Match, String> text) {
        return value instanceof Value.Literal<Match> literal
                ? matches(path, literal.value(), text)
                        .map(change -> change.within(new Value.Literal<>(literal.at(), change.result())))
                : Stream.empty();
    }

    /** Of fields one at a time: each is a change of its own. */
    private static Stream<Change<Match>> matches(String path, Match match, Function<Match, String> text) {
        if (match instanceof Match.Fields fields) {
            return fields.fields().entrySet().stream()
                    .flatMap(field -> matches(below(path, field.getKey()), field.getValue(), text)
                            .map(change -> change.within(fields.with(field.getKey(), change.result()))));
        }
        return Opposites.of(match).stream()
                .map(other -> Change.of(
                        path.isEmpty() ? text.apply(other) : path, text.apply(match), text.apply(other), other));
    }

    private static String below(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    /** A text is denied. */
    static Stream<Change<Value<TextMatch>>> changed(@Nullable Value<TextMatch> value) {
        if (value instanceof Value.Literal<TextMatch> literal) {
            TextMatch other =
                    literal.value() instanceof TextMatch.Not not ? not.match() : new TextMatch.Not(literal.value());
            return Stream.of(Change.of(
                    other.toString(),
                    literal.value().toString(),
                    other.toString(),
                    new Value.Literal<>(literal.at(), other)));
        }
        return Stream.empty();
    }
}
