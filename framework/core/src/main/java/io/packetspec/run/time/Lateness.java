package io.packetspec.run.time;

import io.packetspec.linux.CoarseClock;
import io.packetspec.trace.Trace;
import io.packetspec.trace.TraceText;
import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** How late the harness itself was in a run: planned against actual time, at each step. */
public final class Lateness {
    private final BooleanSupplier company;
    private long worst;
    /** When it came to be worse than ever before. */
    private final NavigableMap<Long, Long> rises = new TreeMap<>();

    private boolean unheeded;
    private long inStep;
    private boolean explains;
    private boolean saves;
    private boolean urgent;
    /** At the last {@link #restart}. */
    private long pressure;

    private long pauses = Pauses.now();
    private long pausesSeen = pauses;
    private long idleSince = System.nanoTime();
    private long began = Trace.now();

    public Lateness() {
        this(() -> false);
    }

    /** @param company whether other specs run beside this one now: they keep the kernel's threads from processors, too */
    public Lateness(BooleanSupplier company) {
        this.company = company;
    }

    /** A step begins: what passed since the step before ended is the harness's own. */
    public void begin() {
        inStep = 0;
        late(System.nanoTime() - idleSince);
        began = Trace.now();
    }

    /** The step has just dealt with what happened at this time (CLOCK_REALTIME), before it began or while it waited. */
    public void dealtWith(long time) {
        late(Trace.now() - Math.max(time, began));
        began = Trace.now();
    }

    /** The step called the kernel from then to then, and did nothing else that takes time. */
    public void called(long from, long to) {
        late(from - began);
        dealtWith(to);
    }

    /** The step did what takes no time. */
    public void done() {
        dealtWith(began);
    }

    /** The step had others do something that takes its time, and they were kept waiting for a processor for so long. */
    public void kept(long nanos) {
        late(Math.min(nanos, Trace.now() - began));
        began = Trace.now();
    }

    /** How late this makes the harness does not matter. */
    public void unheeded(Runnable deed) {
        boolean before = unheeded;
        unheeded = true;
        try {
            deed.run();
        } finally {
            unheeded = before;
        }
    }

    /** What fails now was so at this time (CLOCK_REALTIME) already: what came later does not matter, nor what failed. */
    public void failedAt(long time) {
        explains = false;
        worst = rises.headMap(time, true).values().stream()
                .reduce((first, last) -> last)
                .orElse(0L);
    }

    /** The step ends; the lateness in it, in nanoseconds. */
    public long end() {
        idleSince = System.nanoTime();
        return inStep;
    }

    /** Something planned for this {@link System#nanoTime()} was done just now. */
    public void planned(long planned) {
        late(System.nanoTime() - planned);
    }

    /**
     * Something that takes no time took this long, in nanoseconds. Collections of garbage since the last one of these make
     * the harness late, too: all of its threads, whichever of them has to tell a time.
     */
    public void late(long nanos) {
        long paused = Pauses.now() - pausesSeen;
        pausesSeen += paused;
        long late = Math.max(nanos, paused);
        inStep = Math.max(inStep, late);
        if (late > worst && !unheeded) {
            worst = late;
            rises.put(Trace.now(), worst);
        }
    }

    /** From here on it counts how long the machine's processors are too few. */
    public void restart() {
        end();
        pressure = CpuPressure.now();
        pauses = Pauses.now();
        pausesSeen = pauses;
    }

    /** From here on the threads of this run have real-time priority: which others wait for a processor hardly matters. */
    public void hurry() {
        urgent = true;
    }

    /** Whether no other spec runs beside this one now. */
    public boolean isAlone() {
        return !company.getAsBoolean();
    }

    /**
     * Something came earlier or later than it should by so much, or not within this time, in nanoseconds. If some task waited
     * for a processor for as long meanwhile, or in company, the kernel's part of it may have been among these. Of a run that is
     * urgent, and alone, it may be late by a tick, for the kernel may leave what it does at one to a thread like any other
     * (ksoftirqd).
     */
    public void missed(long nanos) {
        boolean bounded = urgent && nanos >= CoarseClock.period();
        if (!isAlone() || !bounded && CpuPressure.now() - pressure >= nanos) {
            explainsFailure();
        }
    }

    /** A bound was missed by less than what the harness itself took: the failure may be its own. */
    public void explainsFailure() {
        explains = true;
    }

    /** A bound was kept, but would have been missed had the harness not been late. */
    public void savesFromFailure() {
        saves = true;
    }

    /** Whether a pass of this run may come from the harness. */
    public boolean saves() {
        return saves;
    }

    /** Whether the failure itself is about a time that the harness, or the machine, may have missed. */
    public boolean explains() {
        return explains;
    }

    /** Whether a failure of this run may come from the harness. */
    public boolean isBeyond(Duration tolerance) {
        return explains || worst > tolerance.toNanos();
    }

    /** How late it was, for failures that are about time. */
    public String text(Duration tolerance) {
        return "the harness was late by " + TraceText.millis(worst) + " at most, its tolerance is "
                + TraceText.millis(tolerance) + "\n  tasks of this machine waited for a processor for "
                + TraceText.millis(CpuPressure.now() - pressure) + " since the spec began" + collected();
    }

    private String collected() {
        long collected = Pauses.now() - pauses;
        return collected == 0
                ? ""
                : "\n  collecting garbage stopped the harness for " + TraceText.millis(collected) + " meanwhile";
    }

    public Duration worst() {
        return Duration.ofNanos(worst);
    }
}
