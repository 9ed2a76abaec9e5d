package io.packetspec.spec.yaml;

import io.packetspec.spec.Expressions.Expression;
import io.packetspec.spec.Kept;
import io.packetspec.spec.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the step that runs other steps again and again. */
final class RepeatReader {
    private static final int MOST = 100_000;
    static final Keys KEYS = Keys.of(
            "repeat",
            Key.required("times", Shapes.number(1, MOST), "how many turns, at most"),
            Key.optional("as", Shapes.NAME, "the number of the turn, from 0, for the steps inside"),
            Key.optional("until", Shape.TEXT, "a condition: the turn after which it holds is the last"),
            Key.required("steps", Shapes.STEPS, "the steps of a turn"));
    private static final Scalar<Integer> TIMES = Scalar.of("a number of turns", RepeatReader::times);
    private final StepParts parts;
    private final Scope scope;

    private RepeatReader(StepParts parts) {
        this.parts = parts;
        this.scope = parts.scope();
    }

    static Step read(StepParts parts) {
        return parts.argument()
                .mapping(KEYS)
                .map(mapping -> new RepeatReader(parts).step(mapping))
                .orElseGet(() -> new Step.Repeat(parts.at(), parts.text(), 1, null, null, List.of()));
    }

    private Step step(Mapping mapping) {
        int times = mapping.need("times").flatMap(c -> c.literal(TIMES)).orElse(1);
        String turn = turn(mapping);
        List<Step> steps = mapping.need("steps").map(this::steps).orElse(List.of());
        Optional<Expression> until =
                mapping.get("until").map(c -> ConditionReader.read(c, "until: synack.tcp.win == 0"));
        if (turn != null) {
            scope.names().forget(turn);
        }
        return new Step.Repeat(parts.at(), parts.text(), times, turn, until.orElse(null), steps);
    }

    private @Nullable String turn(Mapping mapping) {
        Optional<String> name = mapping.get("as").flatMap(c -> NameReader.free(c, scope));
        name.ifPresent(n -> scope.names()
                .keep(n, new Names.Keeping(mapping.keyAt("as").orElse(parts.at()), Optional.of(Kept.TURN))));
        return name.orElse(null);
    }

    /** What a turn begins in the background the next would begin again. */
    private List<Step> steps(Cursor list) {
        Set<String> before = Set.copyOf(scope.background().keySet());
        List<Step> steps = StepReader.steps(list);
        scope.background().entrySet().stream()
                .filter(entry -> !before.contains(entry.getKey()))
                .forEach(entry -> scope.problem(
                        entry.getValue().at(),
                        "a call in the background of \"repeat\" ends in the same turn: it needs a step \"await: "
                                + entry.getKey() + "\" there"));
        scope.background().keySet().retainAll(before);
        return steps;
    }

    private static int times(String text) {
        long times = Numbers.parse(text);
        if (times < 1 || times > MOST) {
            throw new IllegalArgumentException("expected a number of turns from 1 to " + MOST + ", not " + text);
        }
        return (int) times;
    }
}
