package io.packetspec.run.report;

import io.packetspec.trace.Trace;
import java.time.Duration;

/**
 * One run of a spec.
 *
 * @param late how late the harness itself was, at its worst
 * @param aboutTime whether it failed for a time that the harness, or the machine, may have missed
 * @param inconclusive whether the run failed and its failure may come from the harness's own lateness, or it passed and owes that to it
 */
public record Attempt(Verdict verdict, Trace trace, Duration late, boolean aboutTime, boolean inconclusive) {

    /**
     * This one, which came after another. What fails alone as it failed among others, at the same step and in the same
     * words, has not failed by chance, unless it is about time.
     */
    public Attempt after(Attempt before) {
        boolean again = !aboutTime
                && !before.aboutTime
                && verdict instanceof Verdict.Failed now
                && before.verdict instanceof Verdict.Failed then
                && now.failure().summary().equals(then.failure().summary());
        return again ? new Attempt(verdict, trace, late, false, false) : this;
    }
}
