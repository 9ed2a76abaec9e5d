package io.packetspec.packet;

import java.util.List;
import java.util.Optional;

/** A protocol header: a table of fields. */
public final class Header {
    private final String name;
    private final List<Field> fields;

    private Header(String name, List<Field> fields) {
        this.name = name;
        this.fields = fields;
    }

    public static Header of(String name, Field... fields) {
        return new Header(name, List.of(fields));
    }

    public String name() {
        return name;
    }

    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return name;
    }
}
