package io.packetspec.run.time;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** For how long collections of garbage have stopped this JVM. */
final class Pauses {
    /** A collector that works beside the program counts its cycles, which stop nothing, apart from its pauses. */
    private static final List<GarbageCollectorMXBean> COLLECTORS =
            ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .filter(collector -> !collector.getName().endsWith("Cycles"))
                    .toList();

    private Pauses() {}

    /** In nanoseconds since the JVM was started; it counts whole milliseconds. */
    static long now() {
        long milliseconds = 0;
        for (GarbageCollectorMXBean collector : COLLECTORS) {
            milliseconds += Math.max(0, collector.getCollectionTime());
        }
        return TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }
}
