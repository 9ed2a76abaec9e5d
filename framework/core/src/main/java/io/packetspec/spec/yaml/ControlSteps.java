package io.packetspec.spec.yaml;

import io.packetspec.spec.Step;
import java.time.Duration;

/** Reads the steps that deal with time and conditions. */
final class ControlSteps {
    private static final Duration EVENTUALLY = Duration.ofSeconds(1);

    private ControlSteps() {}

    static Step check(StepParts parts) {
        return new Step.Check(
                parts.at(), parts.text(), ConditionReader.read(parts.argument(), "check: syn.tcp.seq > 0"));
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
