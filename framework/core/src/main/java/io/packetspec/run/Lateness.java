package io.packetspec.run;

import io.packetspec.trace.Trace;
import io.packetspec.trace.TraceText;
import java.time.Duration;

/** How late the harness itself was in a run: planned against actual time, at each step. */
final class Lateness {
    private long worst;
    private long inStep;
    private boolean explains;
    private long idleSince = System.nanoTime();
    private long began = Trace.now();

    /** A step begins: what passed since the step before ended is the harness's own. */
    void begin() {
        inStep = 0;
        late(System.nanoTime() - idleSince);
        began = Trace.now();
    }

    /** The step has just dealt with what happened at this time (CLOCK_REALTIME), before it began or while it waited. */
    void dealtWith(long time) {
        late(Trace.now() - Math.max(time, began));
        began = Trace.now();
    }

    /** The step called the kernel from then to then, and did nothing else that takes time. */
    void called(long from, long to) {
        late(from - began);
        dealtWith(to);
    }

    /** The step did what takes no time. */
    void done() {
        dealtWith(began);
    }

    /** The step had others do something that takes its time, and they were kept waiting for a processor for so long. */
    void kept(long nanos) {
        late(Math.min(nanos, Trace.now() - began));
        began = Trace.now();
    }

    /** How late this makes the harness does not matter. */
    void unheeded(Runnable deed) {
        long before = worst;
        deed.run();
        worst = before;
    }

    /** The step ends; the lateness in it, in nanoseconds. */
    long end() {
        idleSince = System.nanoTime();
        return inStep;
    }

    /** Something planned for this {@link System#nanoTime()} was done just now. */
    void planned(long planned) {
        late(System.nanoTime() - planned);
    }

    /** Something that takes no time took this long, in nanoseconds. */
    void late(long nanos) {
        inStep = Math.max(inStep, nanos);
        worst = Math.max(worst, nanos);
    }

    /** A bound was missed by less than what the harness itself took: the failure may be its own. */
    void explainsFailure() {
        explains = true;
    }

    /** Whether a failure of this run may come from the harness. */
    boolean isBeyond(Duration tolerance) {
        return explains || worst > tolerance.toNanos();
    }

    /** How late it was, for failures that are about time. */
    String text(Duration tolerance) {
        return "the harness was late by " + TraceText.millis(worst) + " at most, its tolerance is "
                + TraceText.millis(tolerance.toNanos());
    }

    Duration worst() {
        return Duration.ofNanos(worst);
    }
}
