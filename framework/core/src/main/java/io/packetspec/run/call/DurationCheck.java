package io.packetspec.run.call;

import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.time.Lateness;
import io.packetspec.spec.Step;
import io.packetspec.spec.TimeRange;
import io.packetspec.trace.TraceText;
import java.time.Duration;

/**
 * Holds how long a call itself took against what its step says. Its times are taken around the call in user space, where
 * a busy machine keeps the call's thread waiting: as long as that was, the harness was late.
 */
public final class DurationCheck {
    private final Step.Call step;
    private final Lateness lateness;
    private final Duration tolerance;

    public DurationCheck(Step.Call step, Lateness lateness, Duration tolerance) {
        this.step = step;
        this.lateness = lateness;
        this.tolerance = tolerance;
    }

    public void check(CallResult result) {
        TimeRange expected = step.outcome().took();
        Duration took = Duration.ofNanos(result.ended() - result.began());
        if (expected == null || expected.holds(took)) {
            return;
        }
        lateness.late(result.delayed());
        if (expected.holds(took.minusNanos(result.delayed()))) {
            lateness.explainsFailure();
        }
        throw failure(took, expected);
    }

    private SpecFailure failure(Duration took, TimeRange expected) {
        return new SpecFailure(
                step.at(),
                step.signature().name() + " took " + TraceText.millis(took) + ", expected "
                        + TraceText.millis(expected.from()) + " to " + TraceText.millis(expected.to()) + "\n  "
                        + lateness.text(tolerance),
                null);
    }
}
