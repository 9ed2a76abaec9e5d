package io.packetspec.packet;

import java.util.List;

/** How the values of a field are written in specs. */
interface Wording {
    /** Words that stand for values, or for parts of them. */
    default List<String> words() {
        return List.of();
    }

    /** @throws IllegalArgumentException saying what is wrong and what is legal */
    Object parse(String text);

    /** The value as a spec would write it, quoted where YAML needs it. */
    String print(Object value);

    /** The value for a failure: decimal and hex where both help. */
    default String explain(Object value) {
        return print(value);
    }
}
