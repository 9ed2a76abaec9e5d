package io.packetspec.spec.mutation;

import io.packetspec.packet.Match;
import io.packetspec.spec.Value;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a value that a spec wrote can be changed to, if it is known before the run. */
final class Values {
    private Values() {}

    /** A value that the run holds against a number or text. */
    static Stream<Change<Value<Match>>> changed(String path, Value<Match> value) {
        return changed(path, value, Match::toString);
    }

    /** @param text of a match, as specs write it */
    static Stream<Change<Value<Match>>> changed(String path, Value<Match> value, Function<Match, String> text) {
        if (value instanceof Value.Literal<Match> literal) {
            return Opposites.of(literal.value()).stream()
                    .map(other -> Change.of(
                            path,
                            text.apply(literal.value()),
                            text.apply(other),
                            new Value.Literal<>(literal.at(), other)));
        }
        return Stream.empty();
    }
}
