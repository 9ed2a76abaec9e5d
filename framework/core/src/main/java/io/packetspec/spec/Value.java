package io.packetspec.spec;

import io.packetspec.spec.Expressions.Expression;
import java.util.Map;
import java.util.function.Function;

/** Something a user wrote: known when the file was read, or only when the step is run. */
public sealed interface Value<T> {
    At at();

    /**
     * The value in the scope of a run.
     *
     * @throws SpecException at this place, if the expression has no value or not one of this kind
     */
    T in(Map<String, ?> names);

    record Literal<T>(At at, T value) implements Value<T> {
        @Override
        public T in(Map<String, ?> names) {
            return value;
        }
    }

    /** @param conversion from the expression's value; throws IllegalArgumentException saying what would be legal */
    record Deferred<T>(At at, Expression expression, Function<Object, T> conversion) implements Value<T> {
        @Override
        public T in(Map<String, ?> names) {
            try {
                return conversion.apply(expression.evaluate(names));
            } catch (IllegalArgumentException e) {
                throw new SpecException(at, "${" + expression.text() + "}: " + e.getMessage(), e);
            }
        }
    }
}
