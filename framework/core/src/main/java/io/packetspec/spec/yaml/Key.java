package io.packetspec.spec.yaml;

import java.util.List;

/**
 * A key that a mapping may have, for its reader and for the schema.
 *
 * @param required whether the mapping is wrong without it
 */
record Key(String name, String meaning, boolean required, Shape shape) {
    /** Whether nothing need stand behind the key. */
    boolean mayBeEmpty() {
        return shape.equals(Shape.NOTHING)
                || shape.schema().get("anyOf") instanceof List<?> shapes && shapes.contains(Shape.NOTHING.schema());
    }

    static Key required(String name, Shape shape, String meaning) {
        return new Key(name, meaning, true, shape);
    }

    static Key optional(String name, Shape shape, String meaning) {
        return new Key(name, meaning, false, shape);
    }
}
