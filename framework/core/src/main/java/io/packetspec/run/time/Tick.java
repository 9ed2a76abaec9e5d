package io.packetspec.run.time;

import io.packetspec.linux.CoarseClock;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The kernel's tick, in which it counts jiffies and ends most of what sockets wait for. Of what begins shortly behind an
 * edge and comes at whole milliseconds none straddles an edge in one run and not in the next.
 *
 * <p>The ticks of a kernel are equally far apart on CLOCK_MONOTONIC from its start to its end (tick_next_period in
 * kernel/time/tick-common.c), so their place is found once, and known from then on without looking.
 *
 * @param period between two edges, in nanoseconds
 * @param phase of the edges: {@link System#nanoTime()} at one of them, modulo the period
 */
public record Tick(long period, long phase) {
    /** So far behind an edge scripts begin: a wake-up may be late by more than that and is still far from the next. */
    private static final long BEHIND = 250_000;
    /** An edge is seen where the clock was looked at this shortly before and after. */
    private static final long SHARP = 50_000;
    /** Looking begins this long before an edge is due. */
    private static final long AHEAD = 300_000;

    private static final int EDGES = 3;
    private static final int LOOKS = 8;
    private static final int SLEEPS = 3;

    private static final class OfKernel {
        static final Optional<Tick> TICK = find(CoarseClock.period());
    }

    /** The tick of this kernel, found in some 10 ms by the first who asks; empty if the machine was too busy for that. */
    public static Optional<Tick> ofKernel() {
        return OfKernel.TICK;
    }

    /** Whatever delays an edge, or that it is seen, makes it later: the earliest is right. */
    private static Optional<Tick> find(long period) {
        Optional<Tick> earliest = Optional.empty();
        for (int looks = 0, seen = 0; looks < LOOKS && seen < EDGES; looks++) {
            earliest.ifPresent(tick -> LockSupport.parkNanos(period - tick.behindEdge() - AHEAD));
            Optional<Tick> next = see(period);
            seen += next.isPresent() ? 1 : 0;
            earliest =
                    earliest.map(tick -> next.map(tick::orEarlier).orElse(tick)).or(() -> next);
        }
        return earliest;
    }

    private static Optional<Tick> see(long period) {
        long began = System.nanoTime();
        long coarse = CoarseClock.now();
        long before = System.nanoTime();
        while (before - began < 2 * period) {
            boolean passed = CoarseClock.now() != coarse;
            long after = System.nanoTime();
            if (passed) {
                return after - before < SHARP
                        ? Optional.of(new Tick(period, Math.floorMod(after, period)))
                        : Optional.empty();
            }
            before = after;
        }
        return Optional.empty();
    }

    private Tick orEarlier(Tick other) {
        return Math.floorMod(other.phase - phase, period) > period / 2 ? other : this;
    }

    /** How long ago the last edge was, in nanoseconds. */
    long behindEdge() {
        return Math.floorMod(System.nanoTime() - phase, period);
    }

    /**
     * By how much a time has to move to be 250 µs behind an edge that is still to come.
     *
     * @param ahead of now, in nanoseconds; negative if it has passed
     */
    public long moves(long ahead) {
        return ahead < 0 ? moves(0) - ahead : Math.floorMod(BEHIND - behindEdge() - ahead, period);
    }

    /** Sleeps until 250 µs behind an edge; where sleeps end late it tries a few times and then leaves it at that. */
    public void await() {
        for (int i = 0; i < SLEEPS; i++) {
            long until = System.nanoTime() + moves(0);
            long left = until - System.nanoTime();
            while (left > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(left);
                left = until - System.nanoTime();
            }
            if (-left < BEHIND) {
                return;
            }
        }
    }
}
