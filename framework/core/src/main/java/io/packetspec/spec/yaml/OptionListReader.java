package io.packetspec.spec.yaml;

import io.packetspec.packet.Field;
import io.packetspec.packet.Match;
import io.packetspec.packet.Options;
import io.packetspec.spec.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which options there must be in whatever order: {@code {has: […], lacks: […]}} or {@code {set: […]}}. */
final class OptionListReader {
    private static final Keys KEYS = keys(Shape.ANYTHING);
    private static final List<String> OWN = KEYS.names();
    private static final Keys LEGAL = legal();
    private static final String ONE = "expected {has: […]}, {lacks: […]}, both of them, or {set: […]}";

    private final OptionsReader options;
    private final boolean sent;

    OptionListReader(Field field, boolean sent, Scope scope) {
        this.options = new OptionsReader(field, sent, scope);
        this.sent = sent;
    }

    private static Keys keys(Shape options) {
        return Keys.of(
                "options",
                Key.optional("has", options, "options that must be there, in whatever order, beside any others"),
                Key.optional("set", options, "all options, in whatever order"),
                Key.optional("lacks", options, "options that must not be there"));
    }

    /** A matcher is told from a listing by its keys. */
    private static Keys legal() {
        List<Key> all = new ArrayList<>(KEYS.keys());
        all.addAll(MatchReader.unordered());
        return new Keys(KEYS.owner(), all);
    }

    /** @param options a list of them */
    static Shape shape(Shape options) {
        Map<String, Object> withSet = Map.of("required", List.of("set"));
        Shape set = Shape.of("maxProperties", 1L).with(withSet);
        Shape some = Shape.of("minProperties", 1L, "not", withSet);
        return keys(options).shape().and("anyOf", List.of(set.schema(), some.schema()));
    }

    static boolean isListing(Cursor cursor) {
        if (!cursor.isMapping()) {
            return false;
        }
        boolean own = cursor.mapping("")
                .filter(m -> m.keys().stream().anyMatch(key -> OWN.contains(key.text())))
                .isPresent();
        return own || !MatchReader.isMatcher(cursor);
    }

    Optional<Value<Match>> read(Cursor cursor) {
        if (sent) {
            cursor.problem("a packet that is sent needs a list of options here, not a matcher");
            return Optional.empty();
        }
        Optional<Mapping> mapping = cursor.mapping(LEGAL);
        boolean one = mapping.filter(m -> m.has("set") != (m.has("has") || m.has("lacks")))
                .filter(m -> m.keys().stream().allMatch(key -> OWN.contains(key.text())))
                .isPresent();
        if (!one) {
            mapping.filter(this::isSpelledRight).ifPresent(m -> cursor.problem(ONE));
            return Optional.empty();
        }
        return listed(mapping.orElseThrow());
    }

    private boolean isSpelledRight(Mapping mapping) {
        return mapping.keys().stream().allMatch(key -> LEGAL.names().contains(key.text()));
    }

    private Optional<Value<Match>> listed(Mapping mapping) {
        boolean only = mapping.has("set");
        Optional<Value<Options>> has = list(mapping, only ? "set" : "has");
        Optional<Value<Options>> lacks = list(mapping, "lacks");
        return has.isEmpty() || lacks.isEmpty()
                ? Optional.empty()
                : Optional.of(Value.all(mapping.at(), List.of(has.get(), lacks.get()))
                        .map(lists -> new Match.Listed(lists.get(0), lists.get(1), only)));
    }

    private Optional<Value<Options>> list(Mapping mapping, String key) {
        return mapping.has(key)
                ? mapping.get(key).flatMap(options::read)
                : Optional.of(new Value.Literal<>(mapping.at(), Options.of()));
    }
}
