package io.packetspec.spec.mutation;

import io.packetspec.spec.Step;
import io.packetspec.spec.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All mutants of a variant: each changes one expectation of one of its steps. */
public final class Mutants {
    private Mutants() {}

    /** In the order of the spec; empty for one that is known to fail, whose failures say nothing. */
    public static List<Mutant> of(Variant variant) {
        return variant.failsOn() != null
                ? List.of()
                : Stream.iterate(0, i -> i < variant.steps().size(), i -> i + 1)
                        .flatMap(i -> of(variant, i))
                        .toList();
    }

    private static Stream<Mutant> of(Variant variant, int index) {
        Step step = variant.steps().get(index);
        return StepChanges.of(step).map(change -> {
            List<Step> steps = new ArrayList<>(variant.steps());
            steps.set(index, change.result());
            return new Mutant(step.at(), change.path(), change.text(), variant.with(steps));
        });
    }
}
