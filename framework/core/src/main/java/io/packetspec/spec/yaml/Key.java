package io.packetspec.spec.yaml;

import java.util.List;
import java.util.function.Supplier;

/**
 * A key that a mapping may have, for its reader and for the schema.
 *
 * @param required whether the mapping is wrong without it
 * @param made what its value may be, made when a schema is: readers need not wait for it
 */
record Key(String name, String meaning, boolean required, Supplier<Shape> made) {
    Shape shape() {
        return made.get();
    }

    /** Whether nothing need stand behind the key. */
    boolean mayBeEmpty() {
        return shape().equals(Shape.NOTHING)
                || shape().schema().get("anyOf") instanceof List<?> shapes && shapes.contains(Shape.NOTHING.schema());
    }

    static Key required(String name, Shape shape, String meaning) {
        return new Key(name, meaning, true, () -> shape);
    }

    static Key optional(String name, Shape shape, String meaning) {
        return new Key(name, meaning, false, () -> shape);
    }
}
