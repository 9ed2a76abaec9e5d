package io.packetspec.spec.yaml;

import io.packetspec.packet.Octets;
import io.packetspec.spec.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads octets: what the field's own text means, {@code {hex: …}}, or {@code {size: n, pattern: …}}. */
final class OctetsReader {
    private static final int LARGEST = 0xffff;
    private static final Scalar<Object> HEX = Scalar.of("hex digits", Octets::hex);
    private static final Scalar<Long> SIZE = Scalar.of("a number of octets", OctetsReader::size);
    private static final Scalar<Object> TEXT = Scalar.of("a text", Octets::text);

    static final Shape HEX_DIGITS =
            Shape.anyOf(Shape.pattern("(?:[\\s:]*[0-9a-fA-F]{2})*[\\s:]*"), Shape.of("type", "number"));
    private static final Keys PATTERN = Keys.of("a pattern", Key.required("hex", HEX_DIGITS, "octets in hex"));
    private static final Keys KEYS = Keys.of(
            "octets",
            Key.optional("hex", HEX_DIGITS, "octets in hex: two digits each"),
            Key.optional("size", Shapes.number(0, LARGEST), "so many octets: zeros, or the pattern again and again"),
            Key.optional(
                    "pattern", Shape.anyOf(Shape.TEXT.and("minLength", 1L), PATTERN.shape()), "a text, or {hex: …}"));

    private OctetsReader() {}

    static Shape shape() {
        return KEYS.shape()
                .and(
                        "anyOf",
                        List.of(
                                Shape.of("required", List.of("hex"), "maxProperties", 1L)
                                        .schema(),
                                Shape.of("required", List.of("size"), "not", Map.of("required", List.of("hex")))
                                        .schema()));
    }

    static Optional<Value<Object>> read(Cursor cursor, Scalar<Object> own) {
        if (!cursor.isMapping()) {
            return cursor.value(own);
        }
        return cursor.mapping(KEYS).flatMap(OctetsReader::octets);
    }

    private static Optional<Value<Object>> octets(Mapping mapping) {
        if (mapping.has("hex") == mapping.has("size") || mapping.has("hex") && mapping.has("pattern")) {
            mapping.scope().problem(mapping.at(), "expected {hex: …}, {size: n} or {size: n, pattern: …}");
            return Optional.empty();
        }
        return mapping.has("hex") ? mapping.get("hex").flatMap(hex -> hex.value(HEX)) : sized(mapping);
    }

    /** Without a pattern it is zeros. */
    private static Optional<Value<Object>> sized(Mapping mapping) {
        Optional<Value<Long>> size = mapping.get("size").flatMap(cursor -> cursor.value(SIZE));
        Optional<Value<Object>> pattern = mapping.has("pattern")
                ? mapping.get("pattern").flatMap(OctetsReader::pattern)
                : Optional.of(new Value.Literal<>(mapping.at(), Octets.of((byte) 0)));
        return size.isEmpty() || pattern.isEmpty()
                ? Optional.empty()
                : Optional.of(Value.<Object>all(mapping.at(), List.of(size.get().map(v -> v), pattern.get()))
                        .map(parts -> repeated((Octets) parts.get(1), (Long) parts.get(0))));
    }

    private static Optional<Value<Object>> pattern(Cursor cursor) {
        Optional<Value<Object>> pattern = cursor.isMapping()
                ? cursor.mapping(PATTERN)
                        .flatMap(mapping -> mapping.need("hex"))
                        .flatMap(hex -> hex.value(HEX))
                : cursor.value(TEXT);
        boolean nothing = pattern.isPresent()
                && pattern.get() instanceof Value.Literal<Object> literal
                && literal.value().equals(Octets.NONE);
        if (nothing) {
            cursor.problem("a pattern has at least one octet");
        }
        return nothing ? Optional.empty() : pattern;
    }

    private static long size(String text) {
        long size = Numbers.parse(text);
        if (size < 0 || size > LARGEST) {
            throw new IllegalArgumentException("expected a number of octets from 0 to " + LARGEST + ", not " + text);
        }
        return size;
    }

    private static Octets repeated(Octets pattern, long size) {
        byte[] octets = new byte[(int) size];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) pattern.at(i % pattern.length());
        }
        return Octets.of(octets);
    }
}
