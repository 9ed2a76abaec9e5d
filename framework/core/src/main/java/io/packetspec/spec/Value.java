package io.packetspec.spec;

import io.packetspec.spec.Expressions.Expression;
import java.util.List;
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

    /** Made from this one, at the same place. */
    <S> Value<S> map(Function<? super T, ? extends S> function);

    /** Several values as one, known when all of them are. */
    static <T> Value<List<T>> all(At at, List<? extends Value<T>> values) {
        return values.stream().allMatch(Literal.class::isInstance)
                ? new Literal<>(at, in(values, Map.of()))
                : new Composed<>(at, names -> in(values, names));
    }

    private static <T> List<T> in(List<? extends Value<T>> values, Map<String, ?> names) {
        return values.stream().<T>map(value -> value.in(names)).toList();
    }

    record Literal<T>(At at, T value) implements Value<T> {
        @Override
        public T in(Map<String, ?> names) {
            return value;
        }

        @Override
        public <S> Value<S> map(Function<? super T, ? extends S> function) {
            return new Literal<>(at, function.apply(value));
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

        @Override
        public <S> Value<S> map(Function<? super T, ? extends S> function) {
            return new Deferred<>(at, expression, value -> function.apply(conversion.apply(value)));
        }
    }

    /** Made of several values of which some are known only in the run; each of them knows its own place. */
    record Composed<T>(At at, Function<Map<String, ?>, T> composition) implements Value<T> {
        @Override
        public T in(Map<String, ?> names) {
            return composition.apply(names);
        }

        @Override
        public <S> Value<S> map(Function<? super T, ? extends S> function) {
            return new Composed<>(at, composition.andThen(function::apply));
        }
    }
}
