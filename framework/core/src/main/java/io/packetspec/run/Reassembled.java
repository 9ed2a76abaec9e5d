package io.packetspec.run;

import io.packetspec.packet.header.Reassembly;
import io.packetspec.run.frame.Captured;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.spec.Step;
import java.util.function.Supplier;

/** The next datagram of a wire, which comes in fragments. */
final class Reassembled {
    private final Step.Expect step;
    private final Bench bench;
    private final Awaited awaited;
    private final Reassembly reassembly = new Reassembly();

    Reassembled(Step.Expect step, Bench bench, Awaited awaited) {
        this.step = step;
        this.bench = bench;
        this.awaited = awaited;
    }

    /** @param expected what a failure says of it, its lines each begun with a line break */
    Received next(int number, Supplier<String> expected) {
        Captured last;
        do {
            last = awaited.next(
                    number,
                    step.count(),
                    () -> expected.get() + state(),
                    frame -> reassembly.isMeantFor(frame.dissection()),
                    frame -> "being no fragment");
            add(last, expected);
        } while (!reassembly.isComplete());
        return new Received(last, whole(last), reassembly.count());
    }

    private void add(Captured frame, Supplier<String> expected) {
        try {
            reassembly.add(frame.dissection());
        } catch (IllegalArgumentException e) {
            throw failure(
                    "a frame cannot be reassembled on wire " + step.wire() + ": " + e.getMessage(),
                    expected.get(),
                    frame);
        }
    }

    private Captured whole(Captured last) {
        try {
            return bench.captured(step.wire(), last.time(), reassembly.whole());
        } catch (IllegalArgumentException e) {
            throw failure("the fragments are no datagram: " + e.getMessage(), "", last);
        }
    }

    private SpecFailure failure(String what, String expected, Captured frame) {
        return new SpecFailure(
                step.at(), what + expected + state() + "\n  actual    " + bench.shown(step.wire(), frame), null);
    }

    private String state() {
        return reassembly.count() == 0
                ? ", in fragments"
                : "\n  fragments with the octets " + reassembly.came() + " came, " + reassembly.missing()
                        + " are missing";
    }
}
