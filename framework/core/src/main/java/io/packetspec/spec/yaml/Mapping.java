package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.yaml.Tree.Entries;
import io.packetspec.spec.yaml.Tree.Entry;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys and values of a mapping. */
final class Mapping {
    private final Entries entries;
    private final Scope scope;
    private @Nullable Keys keys;

    Mapping(Entries entries, Scope scope) {
        this.entries = entries;
        this.scope = scope;
    }

    At at() {
        return entries.at();
    }

    Scope scope() {
        return scope;
    }

    /** The same, read with other names. */
    Mapping in(Scope other) {
        Mapping same = new Mapping(entries, other);
        same.keys = keys;
        return same;
    }

    List<Text> keys() {
        return entries.entries().stream().map(Entry::key).toList();
    }

    boolean has(String key) {
        return entry(key).isPresent();
    }

    Optional<Cursor> get(String key) {
        return entry(key).map(entry -> scope.cursor(entry.value()));
    }

    /** As it stands in the file, expressions included. */
    Optional<Tree> raw(String key) {
        return entry(key).map(Entry::value);
    }

    /** Where the key stands. */
    Optional<At> keyAt(String key) {
        return entry(key).map(entry -> entry.key().at());
    }

    /** The value of a key that is required. */
    Optional<Cursor> need(String key) {
        if (keys == null || !keys.requires(key)) {
            throw new IllegalArgumentException("\"" + key + "\" is not declared as required");
        }
        return need(key, keys.owner());
    }

    /**
     * The value of a key that only some mappings with these keys need.
     *
     * @param owner of the key in words, for the report that it is missing
     */
    Optional<Cursor> need(String key, String owner) {
        if (lacks(key)) {
            scope.problem(at(), owner + " needs \"" + key + "\"");
        }
        return get(key);
    }

    /** Whether the key is not there; one that is spelled wrong is, for that is what is reported. */
    boolean lacks(String key) {
        return !has(key)
                && keys().stream()
                        .filter(other -> !legal().contains(other.text()))
                        .noneMatch(other ->
                                Suggestion.nearest(other.text(), List.of(key)).isPresent());
    }

    /** Reports keys that are none of these; they can be asked for all the same. */
    void expect(String what, Keys expected) {
        keys = expected;
        keys().stream()
                .filter(key -> !legal().contains(key.text()))
                .forEach(key -> scope.problem(
                        key.at(), unknown(what, key.text(), " of " + expected.owner(), expected.names())));
    }

    /** Reports the keys of these that are required and not there, and reads no value. */
    void expectRequired(Keys expected) {
        expected.names().stream()
                .filter(key -> expected.requires(key) && lacks(key))
                .forEach(key -> scope.problem(at(), expected.owner() + " needs \"" + key + "\""));
    }

    private Collection<String> legal() {
        return keys == null ? List.of() : keys.names();
    }

    static String unknown(String what, String key, String where, Collection<String> legal) {
        int colon = key.indexOf(':');
        return colon > 0 && legal.contains(key.substring(0, colon))
                ? "a blank must follow the colon in \"" + key + "\""
                : Suggestion.unknown(what, key, where, legal);
    }

    private Optional<Entry> entry(String key) {
        return entries.entries().stream()
                .filter(entry -> entry.key().text().equals(key))
                .findFirst();
    }
}
