package io.packetspec.spec.yaml;

import io.packetspec.packet.Field;
import io.packetspec.packet.Match;
import io.packetspec.packet.Options;
import io.packetspec.spec.Value;
import java.util.List;
import java.util.Optional;

/** Reads which options there must be in whatever order: {@code {has: […], lacks: […]}} or {@code {set: […]}}. */
final class OptionListReader {
    private static final List<String> OWN = List.of("has", "set", "lacks");
    private static final List<String> LEGAL = List.of("has", "set", "lacks", "not", "in");
    private static final String ONE = "expected {has: […]}, {lacks: […]}, both of them, or {set: […]}";

    private final OptionsReader options;
    private final boolean sent;

    OptionListReader(Field field, boolean sent, Scope scope) {
        this.options = new OptionsReader(field, sent, scope);
        this.sent = sent;
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
        Optional<Mapping> mapping = cursor.mapping("options", LEGAL);
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
        return mapping.keys().stream().allMatch(key -> LEGAL.contains(key.text()));
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
