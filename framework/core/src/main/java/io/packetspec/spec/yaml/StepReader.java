package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.Signatures;
import io.packetspec.spec.Step;
import io.packetspec.spec.yaml.Tree.Entries;
import io.packetspec.spec.yaml.Tree.Entry;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.List;
import java.util.Optional;

/** Reads steps: each is one mapping of a verb with its arguments, and modifiers beside it. */
final class StepReader {
    private static final String STEP = "a step such as inject: [tcp: {dport: 80}]";

    private StepReader() {}

    static List<Step> steps(Cursor list) {
        List<Cursor> items = list.items("a list of steps");
        if (list.isList() && items.isEmpty()) {
            list.problem("expected at least one step");
        }
        return items.stream().flatMap(item -> step(item).stream()).toList();
    }

    private static Optional<Step> step(Cursor item) {
        if (item.tree() instanceof Text word && !word.isEmpty()) {
            Text nothing = new Text(word.at(), "", true, "");
            return step(new Entries(word.at(), List.of(new Entry(word, nothing))), item.scope());
        }
        if (item.tree() instanceof Entries entries && !entries.entries().isEmpty()) {
            return step(entries, item.scope());
        }
        if (item.mapping(STEP).isPresent()) {
            item.problem("expected " + STEP + ", nothing stands here");
        }
        return Optional.empty();
    }

    private static Optional<Step> step(Entries entries, Scope scope) {
        List<Text> keys = entries.entries().stream().map(Entry::key).toList();
        List<Text> verbs =
                keys.stream().filter(key -> Verbs.named(key.text()).isPresent()).toList();
        if (verbs.isEmpty()) {
            return unknownVerb(entries, keys, scope);
        }
        verbs.stream().skip(1).forEach(key -> secondVerb(key, verbs.get(0), scope));
        return Optional.of(read(verbs.get(0), entries, keys, scope));
    }

    private static Step read(Text name, Entries entries, List<Text> keys, Scope scope) {
        Verbs.Verb verb = Verbs.named(name.text()).orElseThrow();
        keys.stream()
                .filter(key -> Verbs.named(key.text()).isEmpty())
                .filter(key -> !verb.modifiers().contains(key.text()))
                .forEach(key -> unknownModifier(key, name.text(), verb, scope));
        Mapping step = new Mapping(entries, scope);
        Cursor argument = step.get(name.text()).orElseThrow();
        return verb.reader().apply(new StepParts(name.at(), name.text(), entries.inner(" "), argument, step));
    }

    /** Whatever it was, it may have kept a name: later steps that use it are not wrong for that. */
    private static Optional<Step> unknownVerb(Entries entries, List<Text> keys, Scope scope) {
        Text key = keys.stream()
                .filter(k -> !Verbs.isModifier(k.text()))
                .findFirst()
                .orElse(keys.get(0));
        At at = key.at();
        scope.problem(
                at,
                Verbs.isModifier(key.text())
                        ? "\"" + key.text() + "\" goes beside a verb, and this step has none"
                        : withoutColon(key.text()).orElseGet(() -> unknownVerb(key.text())));
        for (String naming : List.of(Modifiers.AS.name(), Modifiers.BACKGROUND.name())) {
            new Mapping(entries, scope)
                    .get(naming)
                    .flatMap(cursor -> NameReader.free(cursor, scope))
                    .ifPresent(name -> keepUnknown(naming, name, at, scope));
        }
        return Optional.empty();
    }

    /** There are too many to be listed all: of system calls only the one that may have been meant is told. */
    private static String unknownVerb(String given) {
        List<String> others = Verbs.names().stream()
                .filter(name -> Signatures.named(name).isEmpty())
                .toList();
        return Suggestion.nearest(given, Verbs.names())
                .map(name -> "unknown verb \"" + given + "\"; did you mean \"" + name + "\"?")
                .orElseGet(() -> Suggestion.unknown("verb", given, "", others) + ", or a system call such as socket");
    }

    private static Optional<String> withoutColon(String text) {
        String word = text.contains(" ") ? text.substring(0, text.indexOf(' ')) : text;
        return Verbs.named(word).map(verb -> "a colon must follow the verb: " + word + ": …");
    }

    private static void keepUnknown(String naming, String name, At at, Scope scope) {
        if (naming.equals("as")) {
            scope.names().keep(name, new Names.Keeping(at, Optional.empty()));
        } else {
            scope.background().put(name, new Scope.Background(at, () -> {}));
        }
    }

    private static void secondVerb(Text key, Text first, Scope scope) {
        scope.problem(
                key.at(),
                "a step has one verb: \"" + first.text() + "\" stands here already, \"" + key.text()
                        + "\" is a step of its own");
    }

    private static void unknownModifier(Text key, String verb, Verbs.Verb known, Scope scope) {
        String problem = Verbs.isModifier(key.text())
                ? "\"" + key.text() + "\" does not go with \"" + verb + "\"" + goes(known)
                : Suggestion.unknown("modifier", key.text(), " of \"" + verb + "\"", known.modifiers());
        scope.problem(key.at(), problem);
    }

    private static String goes(Verbs.Verb verb) {
        return verb.modifiers().isEmpty()
                ? "; it has no modifiers"
                : "; what goes: " + String.join(", ", verb.modifiers());
    }
}
