package io.packetspec.spec.yaml;

import io.packetspec.spec.Expressions.Expression;
import io.packetspec.spec.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the steps that deal with time and conditions. */
final class FlowSteps {
    private static final Duration EVENTUALLY = Duration.ofSeconds(1);
    private static final String CONDITION = "a condition such as syn.tcp.seq > 0";

    private FlowSteps() {}

    static Step check(StepParts parts) {
        Cursor condition = parts.argument();
        if (condition.tree() instanceof Tree.Late) {
            condition.problem("names stand without ${…} in a condition: check: syn.tcp.seq > 0");
        }
        Optional<Expression> expression = condition.tree() instanceof Tree.Late
                ? Optional.empty()
                : condition
                        .literal(Scalar.of(CONDITION, text -> text))
                        .flatMap(text -> ExpressionReader.read(text, condition.at(), parts.scope()));
        return new Step.Check(parts.at(), parts.text(), expression.orElseGet(() -> new Joined(List.of())));
    }

    static Step pause(StepParts parts) {
        Duration time = parts.argument().literal(Scalars.DURATION).orElse(Duration.ZERO);
        return new Step.Wait(parts.at(), parts.text(), time);
    }

    static Step eventually(StepParts parts) {
        return new Step.Eventually(
                parts.at(), parts.text(), StepReader.steps(parts.argument()), parts.duration("within", EVENTUALLY));
    }
}
