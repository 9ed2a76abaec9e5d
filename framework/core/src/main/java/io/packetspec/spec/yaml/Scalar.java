package io.packetspec.spec.yaml;

import java.util.function.Function;

/** A kind of single value: how its text is read. */
interface Scalar<T> {
    /** In words, with an article: {@code a number}. */
    String expected();

    /** @throws IllegalArgumentException saying what is wrong and what is legal */
    T parse(String text);

    /** From an expression's value. */
    default T of(Object value) {
        return parse(value.toString());
    }

    static <T> Scalar<T> of(String expected, Function<String, T> parser) {
        return new Scalar<>() {
            @Override
            public String expected() {
                return expected;
            }

            @Override
            public T parse(String text) {
                return parser.apply(text);
            }
        };
    }
}
