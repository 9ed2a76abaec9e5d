package io.packetspec.run;

import io.packetspec.run.frame.Allowance;
import io.packetspec.run.frame.Captured;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.time.Doing;
import io.packetspec.spec.At;
import io.packetspec.trace.TraceText;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes sure that no frame comes which no step expected: proved by a barrier, or for a time. */
final class Silence {
    private static final int SHOWN = 10;
    private final Bench bench;
    /** What the spec had done last when it waited for a time in vain. */
    private @Nullable Doing heldSince;

    Silence(Bench bench) {
        this.bench = bench;
    }

    /** Proves that nothing more is on its way, and that nothing came which neither a step nor this allows. */
    void prove(At at, Allowance allowance) {
        prove(at, allowance::accepts);
    }

    /** The same for what this does not pass over. */
    void prove(At at, Predicate<Captured> passedOver) {
        long began = System.nanoTime();
        // A frame that is forwarded takes a turn at every host on its way: as many rounds as there are hosts.
        for (int round = 0; round < bench.variant().lab().hosts().size(); round++) {
            bench.taps().values().forEach(tap -> passBarrier(tap, at));
        }
        nothingUnexpected(at, passedOver);
        bench.note("silence proved in " + TraceText.millis(System.nanoTime() - began));
    }

    /** Waits for the time to pass, and fails with the first frames that came. */
    void during(Duration time, At at, Allowance allowance) {
        long until = System.nanoTime() + time.toNanos();
        for (Tap tap : bench.taps().values()) {
            int position = tap.position();
            Captured frame = tap.next(until);
            while (frame != null && allowance.accepts(frame)) {
                frame = tap.next(until);
            }
            tap.rewind(position);
        }
        nothingUnexpected(at, allowance::accepts);
        heldSince = bench.events().lastDone();
    }

    /** At the end of a spec: proves it, unless the spec has waited and done nothing since. */
    void end(At at) {
        if (!bench.events().lastDone().equals(heldSince)) {
            prove(at, bench.allowance());
        }
    }

    private void passBarrier(Tap tap, At at) {
        if (!bench.markers().pass(tap)) {
            throw noAnswer(tap, at);
        }
    }

    private SpecFailure noAnswer(Tap tap, At at) {
        String marker = bench.markers().name(tap);
        String host = bench.network().hostOn(tap.name()).name();
        return new SpecFailure(
                at,
                "silence cannot be proved: the marker on wire " + tap.name() + " did not come back within "
                        + TraceText.millis(bench.settings().patience()) + "\n  it was " + marker
                        + ", and host " + host
                        + " answered none; where a spec has switched that off, use a time: `silence: 50ms`",
                null);
    }

    private void nothingUnexpected(At at, Predicate<Captured> passedOver) {
        bench.taps().values().stream().filter(tap -> tap.lost() > 0).findFirst().ifPresent(tap -> {
            throw new SpecFailure(
                    at,
                    "the capture of wire " + tap.name() + " lost " + tap.lost() + " frames: what came is not known",
                    null);
        });
        StringBuilder frames = new StringBuilder();
        int count = 0;
        for (Tap tap : bench.taps().values()) {
            List<Captured> unconsumed = tap.unconsumed().stream()
                    .filter(frame -> !passedOver.test(frame))
                    .toList();
            count += unconsumed.size();
            unconsumed.stream()
                    .limit(SHOWN)
                    .forEach(frame -> frames.append("\n  actual    ").append(bench.shown(tap.name(), frame)));
        }
        if (count > 0) {
            String came = count == 1 ? "1 frame came" : count + " frames came";
            throw new SpecFailure(at, "no further frame was expected, " + came + frames, null);
        }
        bench.taps().values().forEach(Tap::consumeAll);
    }
}
