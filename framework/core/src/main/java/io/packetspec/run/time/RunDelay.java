package io.packetspec.run.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long the calling thread was ready to run and waited for a processor, as schedstats of the kernel count it. */
public final class RunDelay {
    private static final Path SCHEDSTAT = Path.of("/proc/thread-self/schedstat");

    private RunDelay() {}

    /** In nanoseconds since the thread began; always 0 where the kernel does not count (CONFIG_SCHED_INFO). */
    public static long now() {
        try {
            return Long.parseLong(Files.readString(SCHEDSTAT).split(" ")[1]);
        } catch (IOException e) {
            return 0;
        }
    }
}
