package io.packetspec.run;

import io.packetspec.packet.Notation;
import io.packetspec.packet.Packet;
import io.packetspec.spec.Step;
import io.packetspec.trace.Event;
import io.packetspec.trace.Trace;
import io.packetspec.trace.TraceText;
import java.time.Duration;
import java.util.List;

/** Holds the next frames of a wire against what a step expects. */
final class Expectation {
    private final Step.Expect step;
    private final Packet expected;
    private final Bench bench;
    private final Tap tap;
    private final Trace trace;

    Expectation(Step.Expect step, Packet expected, Bench bench) {
        this.step = step;
        this.expected = expected;
        this.bench = bench;
        this.tap = bench.tap(step.wire());
        this.trace = bench.trace();
    }

    /** The last of the frames, which all matched. A bound on the time counts from what the spec did last. */
    Captured meet() {
        Duration within = step.within();
        Duration patience = bench.settings().patience();
        Duration limit = within == null || within.compareTo(patience) < 0 ? patience : within.plus(patience);
        Captured last = null;
        for (int i = 0; i < step.count(); i++) {
            last = tap.next(System.nanoTime() + limit.toNanos());
            if (last == null) {
                throw noFrame(i, limit);
            }
            check(last);
        }
        if (last == null) {
            throw new IllegalStateException("a count of at least 1 was promised");
        }
        return last;
    }

    private void check(Captured frame) {
        Differences differences = Differences.between(expected, frame.dissection());
        if (!differences.isEmpty()) {
            throw failure(differences.text("expected frame on wire " + tap.name()) + "          " + place(frame));
        }
        if (step.within() != null) {
            check(frame, step.within(), bench.lastDoing());
        }
    }

    private void check(Captured frame, Duration within, Doing since) {
        long after = frame.time() - since.began();
        if (after > within.toNanos()) {
            if (frame.time() - since.ended() <= within.toNanos()) {
                bench.lateness().explainsFailure();
            }
            throw tooLate(frame, after, within);
        }
    }

    private SpecFailure noFrame(int met, Duration limit) {
        String which = step.count() == 1 ? "no frame" : "no frame " + (met + 1) + " of " + step.count();
        return failure(which + " came on wire " + tap.name() + " within " + TraceText.millis(limit.toNanos())
                + "\n  expected  " + Notation.line(expected)
                + "\n" + came());
    }

    /** What did come on the wire, for silence and a wrong answer are different failures. */
    private String came() {
        List<Event.Frame> frames =
                trace.frames(tap.name()).stream().filter(f -> !f.injected()).toList();
        return frames.isEmpty()
                ? "  the kernel sent nothing on this wire since the spec began"
                : "  earlier frames on this wire were consumed by the steps before: " + frames.size();
    }

    private SpecFailure tooLate(Captured frame, long after, Duration within) {
        return failure("the expected frame came too late on wire " + tap.name()
                + "\n  expected within " + TraceText.millis(within.toNanos()) + ", came after "
                + TraceText.millis(after) + " by the kernel's stamp"
                + "\n  actual    " + Notation.line(frame.dissection()) + "          " + place(frame));
    }

    private String place(Captured frame) {
        return place(trace, tap.name(), frame);
    }

    /** Where to find a frame in the capture file of its wire. */
    static String place(Trace trace, String wire, Captured frame) {
        List<Event.Frame> frames = trace.frames(wire);
        for (int i = 0; i < frames.size(); i++) {
            Event.Frame candidate = frames.get(i);
            if (!candidate.injected()
                    && candidate.time() == frame.time()
                    && candidate.octets().equals(frame.dissection().frame())) {
                return "frame " + (i + 1) + " of wire-" + wire + ".pcapng";
            }
        }
        throw new IllegalStateException("a captured frame is not in the trace");
    }

    private SpecFailure failure(String message) {
        return new SpecFailure(step.at(), message, null);
    }
}
