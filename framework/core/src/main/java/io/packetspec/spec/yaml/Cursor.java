package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.Value;
import io.packetspec.spec.yaml.Tree.Broken;
import io.packetspec.spec.yaml.Tree.Entries;
import io.packetspec.spec.yaml.Tree.Items;
import io.packetspec.spec.yaml.Tree.Late;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.List;
import java.util.Optional;

/** A place in the tree, with its expressions put in. What is not as expected there is reported, and reading goes on. */
final class Cursor {
    private final Tree tree;
    private final Scope scope;

    Cursor(Tree tree, Scope scope) {
        this.tree = tree;
        this.scope = scope;
    }

    At at() {
        return tree.at();
    }

    Tree tree() {
        return tree;
    }

    Scope scope() {
        return scope;
    }

    void problem(String message) {
        scope.problem(at(), message);
    }

    boolean isBroken() {
        return tree instanceof Broken;
    }

    boolean isList() {
        return tree instanceof Items;
    }

    boolean isMapping() {
        return tree instanceof Entries;
    }

    /** Nothing stands here, not even an empty text in quotes. */
    boolean isEmpty() {
        return tree instanceof Text text && text.isEmpty();
    }

    /** This word stands here without quotes. */
    boolean is(String word) {
        return tree instanceof Text text && text.is(word);
    }

    List<Cursor> items(String expected) {
        if (tree instanceof Items items) {
            return items.items().stream().map(scope::cursor).toList();
        }
        expected(expected);
        return List.of();
    }

    /** The items of a list, or this alone. */
    List<Cursor> oneOrMore() {
        return isList() ? items("") : List.of(this);
    }

    /** Reports keys that are not legal; they can be asked for all the same. */
    Optional<Mapping> mapping(Keys keys) {
        Optional<Mapping> mapping = mapping("a mapping of " + keys.owner());
        mapping.ifPresent(m -> m.expect("key", keys));
        return mapping;
    }

    Optional<Mapping> mapping(String expected) {
        if (tree instanceof Entries entries) {
            return Optional.of(new Mapping(entries, scope));
        }
        expected(expected);
        return Optional.empty();
    }

    /** A value that is known now, or only in the run. */
    <T> Optional<Value<T>> value(Scalar<T> scalar) {
        if (tree instanceof Late late) {
            return Optional.of(new Value.Deferred<>(at(), late.expression(), scalar::of));
        }
        return literal(scalar).map(value -> new Value.Literal<>(at(), value));
    }

    /** A value that must be known now. */
    <T> Optional<T> literal(Scalar<T> scalar) {
        if (!(tree instanceof Text text) || text.isEmpty()) {
            expected(scalar.expected());
            return Optional.empty();
        }
        try {
            return Optional.of(scalar.parse(text.text()));
        } catch (IllegalArgumentException e) {
            problem(e.getMessage());
            return Optional.empty();
        }
    }

    private void expected(String expected) {
        if (tree instanceof Late) {
            problem("expected " + expected + " that is known before the run: only parameters can stand in ${…} here");
        } else if (!isBroken()) {
            problem("expected " + expected + found());
        }
    }

    private String found() {
        return tree instanceof Items ? ", not a list" : tree instanceof Entries ? ", not a mapping" : foundText();
    }

    private String foundText() {
        return isEmpty() ? ", nothing stands here" : ", not the text " + tree.source();
    }
}
