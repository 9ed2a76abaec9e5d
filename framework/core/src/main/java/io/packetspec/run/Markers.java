package io.packetspec.run;

import io.packetspec.abi.Errno;
import io.packetspec.linux.SystemCallException;
import io.packetspec.run.frame.Barrier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Sends the markers that prove silence, and keeps account of those that the counters of a host see. */
final class Markers {
    /** ENOBUFS without a carrier, ENETDOWN of a device that is down itself. */
    private static final Set<Errno> DOWN = Set.of(Errno.of(105), Errno.of(100));

    private final Bench bench;
    private final Map<String, Integer> counted = new HashMap<>();
    private int sent;

    Markers(Bench bench) {
        this.bench = bench;
    }

    /** Sends one and reads frames until it is back; false if that took too long. */
    boolean pass(Tap tap) {
        Barrier marker = next(tap.name());
        if (marker.isCounted()) {
            counted.merge(bench.network().hostOn(tap.name()).name(), 1, Integer::sum);
        }
        long deadline = System.nanoTime() + bench.settings().patience().toNanos();
        boolean back = isCut(tap, marker, deadline) || tap.readUntil(marker::answers, deadline);
        if (!back) {
            bench.lateness().planned(deadline);
        }
        return back;
    }

    /** Sends it, unless the host's end is down: what came before that is there, and nothing can come any more. */
    private static boolean isCut(Tap tap, Barrier marker, long deadline) {
        try {
            // One that is not placed in time does not come back in time either.
            tap.mark(marker.request(), deadline);
            return false;
        } catch (SystemCallException e) {
            if (!DOWN.contains(e.errno())) {
                throw e;
            }
            tap.readUntil(frame -> false, System.nanoTime());
            return true;
        }
    }

    /** Whether the host at the end of this wire would count a marker. */
    boolean isCounted(Tap tap) {
        return next(tap.name()).isCounted();
    }

    /** What a marker on this wire is, in words. */
    String name(Tap tap) {
        return next(tap.name()).name();
    }

    private Barrier next(String wire) {
        return Barrier.of(
                bench.network().wire(wire),
                bench.network().attached(wire),
                bench.tap(wire).vicinity(),
                sent++);
    }

    /** How many markers the counters of this host have seen. */
    int counted(String host) {
        return counted.getOrDefault(host, 0);
    }
}
