package io.packetspec.spec.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What may stand at a place of a file, in the words of JSON Schema 2020-12: a Map of Strings to Maps, Lists, Strings,
 * Longs and Booleans.
 */
record Shape(Map<String, Object> schema) {
    /** Where anything may stand, or what a schema cannot tell. */
    static final Shape ANYTHING = of();

    static final Shape NOTHING = of("type", "null");

    /** A single value: every one of them can be read as a text. */
    static final Shape TEXT = of("type", List.of("string", "number", "boolean"));

    /** The keyword under which a reference brings what it refers to; {@link Schema} takes it out. */
    static final String DEFINITION = "$definition";

    static final String PLACE = "#/$defs/";

    private static final Shape EXPRESSION = ref("expression");

    /** @param pairs keywords, each before its value */
    static Shape of(Object... pairs) {
        return new Shape(Map.of()).and(pairs);
    }

    Shape and(Object... pairs) {
        Map<String, Object> all = new LinkedHashMap<>(schema);
        for (int i = 0; i < pairs.length; i += 2) {
            all.put((String) pairs[i], pairs[i + 1]);
        }
        return new Shape(all);
    }

    Shape with(Map<String, Object> keywords) {
        Map<String, Object> all = new LinkedHashMap<>(schema);
        all.putAll(keywords);
        return new Shape(all);
    }

    /** One that the schema defines elsewhere, for it holds itself. */
    static Shape ref(String name) {
        return of("$ref", PLACE + name);
    }

    /** The same, defined under this name once and referred to wherever it stands. */
    Shape named(String name) {
        return ref(name).and(DEFINITION, this);
    }

    static Shape anyOf(Shape... shapes) {
        return anyOf(List.of(shapes));
    }

    static Shape anyOf(List<Shape> shapes) {
        List<Object> all = new ArrayList<>();
        shapes.forEach(shape -> all.addAll(shape.choices()));
        return all.size() == 1 ? shapes.get(0) : of("anyOf", all);
    }

    private List<?> choices() {
        return schema.size() == 1 && schema.get("anyOf") instanceof List<?> choices ? choices : List.of(schema);
    }

    static Shape words(Collection<String> words) {
        return of("enum", List.copyOf(words));
    }

    /** A text that matches as a whole. */
    static Shape pattern(String pattern) {
        return of("type", "string", "pattern", "^(?:" + pattern + ")$");
    }

    static Shape integer(long least, long most) {
        return of("type", "integer", "minimum", least, "maximum", most);
    }

    static Shape listOf(Shape item, long least) {
        Shape list = of("type", "array", "items", item.orExpression().schema);
        return least == 0 ? list : list.and("minItems", least);
    }

    static Shape oneOrMore(Shape item) {
        return anyOf(item, listOf(item, 0));
    }

    /** Names that a user gives, each with such a value. */
    static Shape mapOf(String namePattern, Shape value) {
        return of(
                "type",
                "object",
                "propertyNames",
                Map.of("pattern", "^(?:" + namePattern + ")$"),
                "additionalProperties",
                value.orExpression().schema);
    }

    /** One layer, or one option: a mapping with a single key of these. */
    static Shape oneOf(Map<String, Shape> values) {
        Map<String, Object> properties = new LinkedHashMap<>();
        values.forEach((name, value) -> properties.put(name, value.orExpression().schema));
        return of(
                "type",
                "object",
                "properties",
                properties,
                "additionalProperties",
                false,
                "minProperties",
                1L,
                "maxProperties",
                1L);
    }

    Shape described(String description) {
        return description.isEmpty() ? this : of("description", description).and(pairs());
    }

    private Object[] pairs() {
        return schema.entrySet().stream()
                .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
                .toArray();
    }

    /** Expressions stand wherever values stand. */
    Shape orExpression() {
        return equals(ANYTHING) || equals(TEXT) ? this : anyOf(this, EXPRESSION);
    }
}
