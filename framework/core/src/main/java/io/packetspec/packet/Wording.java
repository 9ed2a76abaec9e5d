package io.packetspec.packet;

/** How the values of a field are written in specs. */
interface Wording {
    /** @throws IllegalArgumentException saying what is wrong and what is legal */
    Object parse(String text);

    /** The value as a spec would write it, quoted where YAML needs it. */
    String print(Object value);

    /** The value for a failure: decimal and hex where both help. */
    default String explain(Object value) {
        return print(value);
    }
}
