package io.packetspec.run;

import io.packetspec.run.flow.Expected;
import io.packetspec.run.frame.Captured;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.time.Doing;
import io.packetspec.spec.Step;
import io.packetspec.trace.Trace;
import io.packetspec.trace.TraceText;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** One step of a script: a deed is done in its time, what is expected must come in its time. */
final class ScriptEvent {
    private final Step.Timed step;
    private final Bench bench;
    private final ScriptClock clock;

    ScriptEvent(Step.Timed step, Bench bench, ScriptClock clock) {
        this.step = step;
        this.bench = bench;
        this.clock = clock;
    }

    void run(Step.Visitor<?> runner, Hosts hosts, Function<Step.Expect, Expected> expected) {
        ScriptClock.Planned planned =
                clock.planned(step.timing(), step.step() instanceof Step.Inject, step.step() instanceof Step.Expect);
        if (step.step() instanceof Step.Expect expect) {
            Appointment appointment = new Appointment(planned);
            forgiving(expect, () -> {
                Received received = Expectation.scripted(
                                expect, expected.apply(expect), bench, step.joined(), appointment)
                        .meet();
                clock.saw(received.last().time());
            });
        } else if (step.step() instanceof Step.Await await) {
            Doing call = hosts.await(await);
            ends(call.ended(), clock.end(await.name(), call.began()));
            clock.passed(Trace.now());
        } else {
            deed(runner, planned);
        }
    }

    /** One that does not come is never forgiven. */
    private void forgiving(Step.Expect expect, Runnable expectation) {
        int before = bench.tap(expect.wire()).position();
        try {
            expectation.run();
        } catch (SpecFailure e) {
            if (!step.forgiven() || bench.tap(expect.wire()).position() == before) {
                throw e;
            }
            bench.note("forgiven, for it is not fatal: " + e.getMessage());
        }
    }

    private void deed(Step.Visitor<?> runner, ScriptClock.Planned planned) {
        clock.await(planned);
        if (step.until() != null && step.step() instanceof Step.Call call && call.background() != null) {
            clock.ends(call.background(), planned, end(planned, step.until()));
        }
        // What passed until now was planned.
        bench.lateness().end();
        bench.lateness().begin();
        long beginning = Trace.now();
        clock.wasAsked();
        try {
            step.step().accept(runner);
        } catch (SpecFailure e) {
            if (clock.wasAsked()) {
                bench.lateness().missed(planned.tolerance().toNanos());
            }
            throw e;
        } finally {
            if (takesNoTime()) {
                bench.lateness().late(Trace.now() - beginning);
            }
        }
        clock.passed(beginning);
    }

    /** What a script does but for commands: a call that blocks is in the background. All behind it moves by what it takes. */
    private boolean takesNoTime() {
        return step.step() instanceof Step.Inject || step.step() instanceof Step.Call;
    }

    private ScriptClock.Planned end(ScriptClock.Planned begin, Duration until) {
        long end = begin.from() + until.minus(step.timing().from()).toNanos();
        Duration tolerance = clock.tolerance(step.timing(), Duration.ofNanos(end - begin.from()));
        return new ScriptClock.Planned(end, end, false, tolerance);
    }

    private void ends(long time, ScriptClock.Planned planned) {
        new Appointment(planned).check("the call ended", "", time, () -> "");
    }

    /** A time that is planned. */
    private final class Appointment implements Timeliness {
        private final ScriptClock.Planned planned;

        Appointment(ScriptClock.Planned planned) {
            this.planned = planned;
        }

        @Override
        public Duration limit() {
            Duration patience = bench.settings().patience();
            if (planned.any()) {
                return patience.plus(bench.settings().callLimit());
            }
            long left = planned.to() - Trace.now();
            return patience.plus(planned.tolerance()).plusNanos(Math.max(0, left));
        }

        @Override
        public void check(Captured frame) {
            if (!planned.any()) {
                String wire = ((Step.Expect) step.step()).wire();
                check(
                        "the expected frame came",
                        " on wire " + wire,
                        frame.time(),
                        () -> "\n  actual    " + bench.shown(wire, frame));
            }
        }

        private void check(String what, String where, long time, Supplier<String> shown) {
            long early = planned.from() - time;
            long late = time - planned.to();
            long off = Math.max(early, late);
            if (off <= planned.tolerance().toNanos()) {
                if (clock.isDoubtful(late, planned.tolerance())) {
                    bench.lateness().savesFromFailure();
                }
                return;
            }
            if (off <= planned.tolerance().plus(bench.lateness().worst()).toNanos()) {
                bench.lateness().explainsFailure();
            }
            bench.lateness().missed(off - planned.tolerance().toNanos());
            String how = early > late ? " too early" : " too late";
            throw new SpecFailure(
                    step.at(),
                    what + how + where + "\n  planned " + span() + ", actual " + clock.told(time) + ", tolerance "
                            + TraceText.millis(planned.tolerance().toNanos()) + "\n  "
                            + bench.lateness().text(bench.settings().tolerance()) + shown.get(),
                    null);
        }

        private String span() {
            return clock.told(planned.from())
                    + (planned.to() == planned.from() ? "" : " to " + clock.told(planned.to()));
        }
    }
}
