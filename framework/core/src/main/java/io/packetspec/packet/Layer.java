package io.packetspec.packet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A header with the fields that were set; unset is "computed" when encoding and "any" when matching.
 *
 * <p>Every field belongs to the header and can hold its value: else the constructor throws IllegalArgumentException.
 */
public record Layer(Header header, Map<Field, Match> fields) {
    public Layer {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        for (Map.Entry<Field, Match> entry : fields.entrySet()) {
            if (!header.has(entry.getKey())) {
                throw new IllegalArgumentException(header + " has no such field: " + entry.getKey());
            }
            entry.getKey().check(entry.getValue());
        }
    }

    /** A layer with nothing set. */
    public static Layer of(Header header) {
        return new Layer(header, Map.of());
    }

    public Layer with(Field field, Match match) {
        Map<Field, Match> more = new LinkedHashMap<>(fields);
        more.put(field, match);
        return new Layer(header, more);
    }

    /** @throws IllegalArgumentException if there is no such field */
    public Layer with(String field, Match match) {
        return with(existing(field), match);
    }

    public Layer with(String field, long number) {
        return with(field, Match.exact(number));
    }

    public Layer with(String field, Octets octets) {
        return with(field, Match.exact(octets));
    }

    public Layer with(String field, Layer... options) {
        return with(field, Match.exact(Options.of(options)));
    }

    /** The value in the notation of specs. */
    public Layer with(String field, String text) {
        return with(field, Match.exact(existing(field).parse(text)));
    }

    /** The layer with this field unset. */
    public Layer without(String field) {
        Map<Field, Match> fewer = new LinkedHashMap<>(fields);
        fewer.remove(existing(field));
        return new Layer(header, fewer);
    }

    private Field existing(String field) {
        return header.field(field)
                .orElseThrow(() -> new IllegalArgumentException(header + " has no field " + field + ": it has "
                        + String.join(
                                ", ", header.fields().stream().map(Field::name).toList())));
    }

    /** The value, if it is set to exactly one. */
    public Optional<Object> value(Field field) {
        return fields.get(field) instanceof Match.Exact exact ? Optional.of(exact.value()) : Optional.empty();
    }

    public Optional<Object> value(String field) {
        return header.field(field).flatMap(this::value);
    }

    /** The number that the field is set to, 0 if it is not. */
    public long number(String field) {
        return value(field).filter(Long.class::isInstance).map(Long.class::cast).orElse(0L);
    }
}
