package io.packetspec.spec.yaml;

import io.packetspec.packet.Match;
import io.packetspec.spec.Value;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads what a value must be: a literal, or one of the matchers.
 *
 * @param literal reads the value itself, which may be a Match of its parts
 * @param checksum whether {@code valid} and {@code invalid} have a meaning
 * @param octets whether the value is text or octets, so that it may be a mapping or any word in quotes
 * @param sent whether only a value will do
 */
record MatchReader(Function<Cursor, Optional<Value<Object>>> literal, boolean checksum, boolean octets, boolean sent) {
    private static final Keys KEYS = keys(Shape.ANYTHING, Shape.ANYTHING);
    private static final List<String> LEGAL = KEYS.names();
    private static final String ALL = "any, absent, {not: x}, {in: [x, y]} or {min: x, max: y}";

    private static final Set<String> ENDS = Set.of("min", "max");
    /** Those that stand alone. */
    private static final Map<String, Object> ALONE =
            Map.of("anyOf", List.of(Map.of("required", List.of("not")), Map.of("required", List.of("in"))));

    private static Keys keys(Shape match, Shape number) {
        return Keys.of(
                "a matcher",
                Key.optional("not", match, "every value that this does not fit"),
                Key.optional("in", Shape.listOf(match, 1), "any of these"),
                Key.optional("min", number, "a number from this on"),
                Key.optional("max", number, "a number up to this one"));
    }

    /**
     * A value, or what it must be, defined under a name.
     *
     * @param words what may stand beside {@code any} and {@code absent}
     */
    static Shape shape(String name, Shape literal, boolean isNumber, List<String> words) {
        List<String> all = new ArrayList<>(List.of("any", "absent"));
        all.addAll(words);
        return Shape.anyOf(literal, Shape.words(all), matcher(Shape.ref(name), literal, isNumber))
                .named(name);
    }

    private static Shape matcher(Shape inside, Shape number, boolean isNumber) {
        List<Key> ordered = keys(inside, number).keys().stream()
                .filter(key -> isNumber || !ENDS.contains(key.name()))
                .toList();
        return new Keys(KEYS.owner(), ordered)
                .shape()
                .and("minProperties", 1L)
                .and("if", ALONE)
                .and("then", Map.of("maxProperties", 1L));
    }

    /** The matchers that fit what has no order. */
    static List<Key> unordered() {
        return KEYS.keys().stream().filter(key -> !ENDS.contains(key.name())).toList();
    }

    /** Of a plain value that a step checks. */
    static <T> MatchReader of(Scalar<T> scalar) {
        return new MatchReader(cursor -> cursor.value(scalar).map(value -> value.map(v -> v)), false, false, false);
    }

    static boolean isMatcher(Cursor cursor) {
        return cursor.tree() instanceof Tree.Entries entries
                && entries.entries().stream()
                        .anyMatch(entry -> LEGAL.contains(entry.key().text()));
    }

    Optional<Value<Match>> read(Cursor cursor) {
        Optional<Match> word =
                cursor.tree() instanceof Text text && text.plain() ? word(text.text()) : Optional.empty();
        boolean matcher = isMatcher(cursor) || cursor.isMapping() && !octets;
        if (sent && (word.isPresent() || matcher)) {
            cursor.problem("a packet that is sent needs a value here, not a matcher"
                    + (word.isPresent() && octets ? "; the text itself goes in quotes" : ""));
            return Optional.empty();
        }
        if (word.isPresent()) {
            return word.map(match -> new Value.Literal<>(cursor.at(), match));
        }
        return matcher
                ? cursor.mapping(KEYS).flatMap(this::matcher)
                : literal.apply(cursor).map(value -> value.map(MatchReader::exact));
    }

    private static Match exact(Object value) {
        return value instanceof Match match ? match : Match.exact(value);
    }

    private Optional<Match> word(String word) {
        return switch (word) {
            case "any" -> Optional.of(new Match.Any());
            case "absent" -> Optional.of(new Match.Absent());
            case "valid", "invalid" ->
                checksum ? Optional.of(new Match.Checksum(word.equals("valid"))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Value<Match>> matcher(Mapping mapping) {
        boolean range = mapping.has("min") || mapping.has("max");
        if (mapping.keys().size() > (range ? 2 : 1) || range && (mapping.has("not") || mapping.has("in"))) {
            mapping.scope().problem(mapping.at(), "expected one matcher: " + ALL);
            return Optional.empty();
        }
        if (mapping.has("not")) {
            return mapping.get("not").flatMap(this::read).map(value -> value.map(Match.Not::new));
        }
        return range ? range(mapping) : mapping.get("in").flatMap(this::in);
    }

    private Optional<Value<Match>> in(Cursor list) {
        List<Cursor> items = list.items("a list of values, {in: [x, y]}");
        List<Value<Match>> values =
                items.stream().flatMap(item -> read(item).stream()).toList();
        return values.isEmpty() || values.size() < items.size()
                ? Optional.empty()
                : Optional.of(Value.all(list.at(), values).map(Match.In::new));
    }

    private Optional<Value<Match>> range(Mapping mapping) {
        Optional<Value<Long>> min = end(mapping, "min", Long.MIN_VALUE);
        Optional<Value<Long>> max = end(mapping, "max", Long.MAX_VALUE);
        if (min.isEmpty() || max.isEmpty()) {
            return Optional.empty();
        }
        if (min.get() instanceof Value.Literal<Long> low
                && max.get() instanceof Value.Literal<Long> high
                && low.value() > high.value()) {
            mapping.scope().problem(mapping.at(), "nothing lies between " + low.value() + " and " + high.value());
        }
        return Optional.of(Value.all(mapping.at(), List.of(min.get(), max.get()))
                .map(ends -> new Match.Range(ends.get(0), ends.get(1))));
    }

    private Optional<Value<Long>> end(Mapping mapping, String key, long open) {
        return mapping.has(key)
                ? mapping.get(key).flatMap(this::number)
                : Optional.of(new Value.Literal<>(mapping.at(), open));
    }

    private Optional<Value<Long>> number(Cursor cursor) {
        Optional<Value<Object>> value = literal.apply(cursor);
        if (value.isPresent()
                && value.get() instanceof Value.Literal<Object> known
                && !(known.value() instanceof Long)) {
            cursor.problem("only numbers have an order: {min: …, max: …} does not fit here");
            return Optional.empty();
        }
        return value.map(v -> v.map(MatchReader::asNumber));
    }

    private static Long asNumber(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("expected a number, not " + value);
    }
}
