package io.packetspec.run;

import io.packetspec.packet.Match;
import io.packetspec.run.time.Tick;
import io.packetspec.spec.ScriptTime;
import io.packetspec.spec.Step;
import io.packetspec.spec.Timing;
import io.packetspec.trace.Trace;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a script, which begins with its first step. Times are nanoseconds of CLOCK_REALTIME. Where the harness is
 * late, all that is still to come moves with it.
 */
final class ScriptClock implements ScriptTime {
    /** What a wake-up takes: as much lateness is no reason to move. */
    private static final long JITTER = Duration.ofMillis(1).toNanos();
    /** The last of a wait is not slept: a sleep ends late. */
    private static final long SPIN = Duration.ofNanos(120_000).toNanos();

    private final Bench bench;
    /** The tick that is still to be waited for, before the first event or before the first packet. */
    private Optional<Tick> tick;

    private final boolean begunFromOutside;
    private final Map<String, End> ends = new HashMap<>();
    private @Nullable Long began;
    private long moved;
    private long late;
    /** Between these two the kernel learned of what was done last. */
    private long earliest;

    private long before;
    private long lastPlanned;
    /** How late the last deed was begun. */
    private long lastLate;
    /** Whether it is about a time that the kernel answers. */
    private boolean asked;

    private boolean lastWasInjected;

    ScriptClock(Bench bench, Step.Script script) {
        this.bench = bench;
        this.tick = script.takesTime() ? Tick.ofKernel() : Optional.empty();
        this.begunFromOutside = script.isBegunFromOutside();
    }

    /** When a call should begin, how late all deeds together were by then, and when it should end. */
    private record End(long begin, long late, Planned planned) {}

    /** When something is planned. */
    record Planned(long from, long to, boolean any, Duration tolerance) {}

    /**
     * @param injects whether it puts a packet on a wire: of several in a row each counts from where the one before was
     *     planned, so that what they take does not add up
     * @param expects whether it is not done, but waited for
     */
    Planned planned(Timing timing, boolean injects, boolean expects) {
        if (began == null) {
            if (!begunFromOutside) {
                tick.ifPresent(Tick::await);
                tick = Optional.empty();
            }
            bench.lateness().restart();
            began = Trace.now();
            before = began;
            earliest = began;
            lastPlanned = began;
        }
        if (injects) {
            align(timing);
        }
        long origin = !timing.relative() ? began + moved : injects && lastWasInjected ? lastPlanned : before;
        long from = origin + timing.from().toNanos();
        Duration since = timing.relative() ? timing.from() : Duration.ofNanos(Math.max(0, from - lastPlanned));
        Planned planned = new Planned(
                expects && timing.relative() ? earliest + timing.from().toNanos() : from,
                origin + timing.to().toNanos(),
                timing.any(),
                tolerance(timing, since));
        lastPlanned = timing.any() ? before : from;
        lastWasInjected = injects;
        return planned;
    }

    /**
     * Before the first packet, if that comes from outside: what calls take until then would move it in its tick. The script is
     * as if it had begun so much later.
     */
    private void align(Timing timing) {
        long moves = tick.map(one -> one.moves(due(timing) - Trace.now())).orElse(0L);
        tick = Optional.empty();
        began = Objects.requireNonNull(began) + moves;
        before += moves;
        lastPlanned += moves;
        ends.replaceAll((call, end) -> new End(end.begin(), end.late() - moves, end.planned()));
    }

    private long due(Timing timing) {
        long origin = timing.relative() ? before : Objects.requireNonNull(began) + moved;
        return origin + timing.from().toNanos();
    }

    Duration tolerance(Timing timing, Duration since) {
        return scaled(timing.tolerance().after(since));
    }

    private Duration scaled(Duration tolerance) {
        return Duration.ofNanos((long) (tolerance.toNanos() * bench.settings().scriptFactor()));
    }

    /** What the harness did late may have happened so much later. */
    @Override
    public Match at(Duration sinceBegin, Duration tolerance) {
        asked = true;
        long planned = (began == null ? Trace.now() : began) + sinceBegin.toNanos();
        long slack = scaled(tolerance).toNanos();
        return new Match.Range(planned - slack, planned + late + slack);
    }

    /** Whether the deed since this was asked last is about a time that the kernel answers. */
    boolean wasAsked() {
        boolean before = asked;
        asked = false;
        return before;
    }

    /** Waits until it is time; how late it is then. */
    long await(Planned planned) {
        long left = planned.from() - Trace.now();
        while (left > 0) {
            if (left > SPIN) {
                LockSupport.parkNanos(left - SPIN);
            } else {
                Thread.onSpinWait();
            }
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                return 0;
            }
            left = planned.from() - Trace.now();
        }
        moved += -left > JITTER ? -left : 0;
        late -= left;
        bench.lateness().late(-left);
        return -left;
    }

    /** A deed that began then is done: the next step may begin now. */
    void passed(long beginning) {
        earliest = beginning;
        before = Trace.now();
        lastLate = Math.max(0, beginning - lastPlanned);
    }

    /**
     * Whether something that came in time, so long after it was due at the latest, may have come too late had the deed before
     * it been done in its time: the kernel may have waited for it since before the deed.
     */
    boolean isDoubtful(long late, Duration tolerance) {
        return late > JITTER && late + lastLate > tolerance.toNanos();
    }

    /** A frame was seen that has this stamp. */
    void saw(long time) {
        before = Math.max(before, time);
        earliest = Math.max(earliest, time);
    }

    /** A call in the background, which is to begin then, must end then. */
    void ends(String call, Planned begin, Planned end) {
        ends.put(call, new End(begin.from(), late, end));
    }

    /** What ends it may have been done late meanwhile, and it may have begun late itself, which moves the end. */
    Planned end(String call, long began) {
        End end = Objects.requireNonNull(ends.get(call));
        long moved = late - end.late() + Math.max(0, began - end.begin());
        Planned planned = end.planned();
        return new Planned(planned.from(), planned.to() + moved, planned.any(), planned.tolerance());
    }

    /** Seconds of the script. */
    String told(long time) {
        return String.format("%.6f s", (time - (began == null ? time : began)) / 1e9);
    }
}
