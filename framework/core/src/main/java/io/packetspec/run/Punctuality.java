package io.packetspec.run;

import io.packetspec.run.frame.Captured;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.time.Doing;
import io.packetspec.spec.At;
import io.packetspec.spec.Due;
import io.packetspec.trace.TraceText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Holds the stamps of frames against when they are due, counted from what happened before the step. */
final class Punctuality implements Timeliness {
    private final Due due;
    private final At at;
    private final Tap tap;
    private final Bench bench;
    private final Doing lastDone;
    private final @Nullable Doing event;

    Punctuality(Due due, At at, Tap tap, Bench bench) {
        this.due = due;
        this.at = at;
        this.tap = tap;
        this.bench = bench;
        this.lastDone = bench.events().lastDone();
        this.event =
                due.after() == null ? null : bench.events().event(due.after().event());
    }

    @Override
    public Duration limit() {
        Duration patience = bench.settings().patience();
        return due.latest()
                .filter(latest -> latest.compareTo(patience) >= 0)
                .map(patience::plus)
                .orElse(patience);
    }

    @Override
    public void check(Captured frame) {
        if (due.within() != null) {
            notLate(frame, lastDone, due.within(), "within " + TraceText.millis(due.within()));
        }
        if (due.after() != null && event != null) {
            notEarly(frame, event, due.after().between().from(), told(due.after()));
            notLate(frame, event, due.after().between().to(), told(due.after()));
        }
    }

    private static String told(Due.After after) {
        return TraceText.millis(after.between().from()) + " to "
                + TraceText.millis(after.between().to()) + " after "
                + (after.event() == null ? "what came before" : after.event());
    }

    private void notLate(Captured frame, Doing since, Duration limit, String expected) {
        if (passed(frame, since).compareTo(limit) > 0) {
            if (frame.time() - since.ended() <= limit.toNanos()) {
                bench.lateness().explainsFailure();
            }
            bench.lateness().missed(passed(frame, since).minus(limit).toNanos());
            throw failure("too late", expected, passed(frame, since), frame);
        }
    }

    private void notEarly(Captured frame, Doing since, Duration limit, String expected) {
        if (passed(frame, since).compareTo(limit) < 0) {
            throw failure("too early", expected, passed(frame, since), frame);
        }
    }

    private static Duration passed(Captured frame, Doing since) {
        return Duration.ofNanos(frame.time() - since.began());
    }

    private SpecFailure failure(String how, String expected, Duration passed, Captured frame) {
        return new SpecFailure(
                at,
                "the expected frame came " + how + " on wire " + tap.name()
                        + "\n  expected " + expected + ", came after " + TraceText.millis(passed)
                        + " by the kernel's stamp"
                        + "\n  " + bench.lateness().text(bench.settings().tolerance())
                        + "\n  actual    " + bench.shown(tap.name(), frame),
                null);
    }
}
