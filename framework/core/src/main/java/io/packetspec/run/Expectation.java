package io.packetspec.run;

import io.packetspec.packet.Notation;
import io.packetspec.run.flow.Expected;
import io.packetspec.run.frame.Captured;
import io.packetspec.run.frame.Differences;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.spec.Step;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds the next frames of a wire against the packet that a step expects. */
final class Expectation {
    private final Step.Expect step;
    private final Expected expected;
    private final Bench bench;
    private final Awaited awaited;
    private final Timeliness timeliness;
    private final int joined;
    private final boolean strict;
    private @Nullable Differences judgement;

    Expectation(Step.Expect step, Expected expected, Bench bench) {
        this(
                step,
                expected,
                bench,
                0,
                new Punctuality(step.due(), step.at(), bench.tap(step.wire()), bench),
                frame -> false,
                false);
    }

    /**
     * Of a script, which looks at one connection at a time.
     *
     * @param joined how many octets of payload may come in several segments; 0: it is one frame
     */
    static Expectation scripted(Step.Expect step, Expected expected, Bench bench, int joined, Timeliness timeliness) {
        boolean strict = bench.settings().strictScripts();
        return new Expectation(
                step,
                expected,
                bench,
                joined,
                timeliness,
                frame -> !expected.concerns(frame.dissection())
                        && !(strict && bench.flows().concern(frame.dissection())),
                strict);
    }

    private Expectation(
            Step.Expect step,
            Expected expected,
            Bench bench,
            int joined,
            Timeliness timeliness,
            Predicate<Captured> ignored,
            boolean strict) {
        this.step = step;
        this.expected = expected;
        this.bench = bench;
        this.timeliness = timeliness;
        this.joined = joined;
        this.strict = strict;
        this.awaited = new Awaited(step.at(), bench.tap(step.wire()), bench, timeliness.limit(), ignored);
    }

    /** The last of the frames, which all matched. */
    Received meet() {
        Received frame = meet(1);
        for (int number = 2; number <= step.count(); number++) {
            frame = meet(number);
        }
        return frame;
    }

    private Received meet(int number) {
        Received received = next(number, () -> "\n  expected  " + Notation.line(expected.packet()));
        require(differences(received.whole()), received);
        if (strict) {
            Soundness.fault(received.last()).ifPresent(fault -> require(fault, received));
        }
        timeliness.check(received.last());
        expected.met(received.whole().dissection());
        bench.events().saw(received.last().time());
        bench.lateness().dealtWith(received.last().time());
        return received;
    }

    private void require(Differences differences, Received received) {
        if (!differences.isEmpty()) {
            String place = received.place(bench, step.wire());
            throw new SpecFailure(
                    step.at(), differences.text("expected frame on wire " + step.wire()) + "          " + place, null);
        }
    }

    private Received next(int number, Supplier<String> told) {
        if (joined > 0) {
            return new Joined(step, bench, awaited, joined).next(told);
        }
        return step.reassembled()
                ? new Reassembled(step, bench, awaited).next(number, told)
                : Received.alone(awaited.next(
                        number,
                        step.count(),
                        told,
                        candidate -> differences(candidate).isEmpty(),
                        candidate -> differences(candidate).paths()));
    }

    /** Whoever asks about the same frame again gets the same answer. */
    private Differences differences(Captured frame) {
        Differences known = judgement;
        if (known == null || known.actual() != frame.dissection()) {
            known = Differences.between(expected, frame.dissection());
            judgement = known;
        }
        return known;
    }
}
