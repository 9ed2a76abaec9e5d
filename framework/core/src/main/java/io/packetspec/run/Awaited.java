package io.packetspec.run;

import io.packetspec.run.frame.Captured;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.spec.At;
import io.packetspec.trace.Event;
import io.packetspec.trace.TraceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The next frames of a wire, which must come. */
final class Awaited {
    private final At at;
    private final Tap tap;
    private final Bench bench;
    private final Duration limit;
    private final Predicate<Captured> ignored;
    private final List<String> passedOver = new ArrayList<>();

    Awaited(At at, Tap tap, Bench bench, Duration limit) {
        this(at, tap, bench, limit, frame -> false);
    }

    /** @param ignored frames that are not looked at */
    Awaited(At at, Tap tap, Bench bench, Duration limit, Predicate<Captured> ignored) {
        this.ignored = ignored;
        this.at = at;
        this.tap = tap;
        this.bench = bench;
        this.limit = limit;
    }

    /**
     * The next frame that fits, or that is none of those that may come at any time.
     *
     * @param expected what a failure says of it, its lines each begun with a line break; asked only then
     * @param differing in what a frame differs that does not fit
     */
    Captured next(
            int number,
            int of,
            Supplier<String> expected,
            Predicate<Captured> fits,
            Function<Captured, String> differing) {
        Captured frame = next(fits, differing);
        if (frame == null) {
            throw noFrame(number, of, expected.get());
        }
        return frame;
    }

    /** The same; null if none came. */
    @Nullable
    Captured next(Predicate<Captured> fits, Function<Captured, String> differing) {
        long deadline = System.nanoTime() + limit.toNanos();
        Captured frame = tap.next(deadline);
        while (frame != null
                && (ignored.test(frame)
                        || !fits.test(frame) && bench.allowance().accepts(frame))) {
            passedOver.add(bench.shown(tap.name(), frame) + "          differs in " + differing.apply(frame));
            frame = tap.next(deadline);
        }
        if (frame == null) {
            bench.lateness().missed(limit.toNanos());
        }
        return frame;
    }

    private SpecFailure noFrame(int number, int of, String expected) {
        String which = of == 1 ? "no frame" : "no frame " + number + " of " + of;
        return new SpecFailure(
                at,
                which + " came on wire " + tap.name() + " within " + TraceText.millis(limit) + expected + "\n" + came(),
                null);
    }

    /** What did come on the wire, for silence and a wrong answer are different failures. */
    private String came() {
        List<Event.Frame> frames = bench.trace().frames(tap.name()).stream()
                .filter(f -> !f.injected())
                .toList();
        String allowed = passedOver.stream()
                .map(frame -> "\n  passed over, for it is allowed: " + frame)
                .collect(Collectors.joining());
        return frames.isEmpty()
                ? "  the kernel sent nothing on this wire since the spec began"
                : "  earlier frames on this wire were consumed by the steps before: " + frames.size() + allowed;
    }
}
