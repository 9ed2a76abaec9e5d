package io.packetspec.run.time;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the calling thread has allocated: garbage that will be collected while something waits for its time. */
public final class Allocation {
    private static final java.lang.management.ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** In octets since the thread began; always 0 on a JVM that does not count. */
    public static long now() {
        return THREADS instanceof ThreadMXBean counting ? Math.max(0, counting.getCurrentThreadAllocatedBytes()) : 0;
    }
}
