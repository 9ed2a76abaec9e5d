package io.packetspec.run;

import io.packetspec.packet.Notation;
import io.packetspec.run.flow.Expected;
import io.packetspec.spec.Step;

/** Holds the next frames of a wire against the packet that a step expects. */
final class Expectation {
    private final Step.Expect step;
    private final Expected expected;
    private final Bench bench;
    private final Awaited awaited;
    private final Punctuality punctuality;

    Expectation(Step.Expect step, Expected expected, Bench bench) {
        this.step = step;
        this.expected = expected;
        this.bench = bench;
        Tap tap = bench.tap(step.wire());
        this.punctuality = new Punctuality(step.due(), step.at(), tap, bench);
        this.awaited = new Awaited(step.at(), tap, bench, punctuality.limit());
    }

    /** The last of the frames, which all matched. */
    Captured meet() {
        Captured frame = meet(1);
        for (int number = 2; number <= step.count(); number++) {
            frame = meet(number);
        }
        return frame;
    }

    private Captured meet(int number) {
        Captured frame = awaited.next(
                number,
                step.count(),
                "\n  expected  " + Notation.line(expected.packet()),
                candidate -> Differences.matches(expected, candidate));
        Differences differences = Differences.between(expected, frame.dissection());
        if (!differences.isEmpty()) {
            String place = FramePlace.of(bench.trace(), step.wire(), frame);
            throw new SpecFailure(
                    step.at(), differences.text("expected frame on wire " + step.wire()) + "          " + place, null);
        }
        punctuality.check(frame);
        expected.met(frame.dissection());
        bench.events().saw(frame.time());
        return frame;
    }
}
