package io.packetspec.run;

import java.util.HashMap;
import java.util.Map;

/** Sends the markers that prove silence, and keeps account of those that the counters of a host see. */
final class Markers {
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
        boolean back = tap.mark(marker.request(), deadline) && tap.readUntil(marker::answers, deadline);
        if (!back) {
            bench.lateness().planned(deadline);
        }
        return back;
    }

    /** Whether the host at the end of this wire would count a marker. */
    boolean isCounted(Tap tap) {
        return next(tap.name()).isCounted();
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
