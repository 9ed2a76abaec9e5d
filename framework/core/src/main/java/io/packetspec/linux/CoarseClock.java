package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

/** CLOCK_MONOTONIC_COARSE: the time of the kernel's last tick, which is when its jiffies were counted. */
public final class CoarseClock {
    private static final int CLOCK_MONOTONIC_COARSE = 6;

    private CoarseClock() {}

    /** In nanoseconds, as {@link System#nanoTime()}, but standing still between two ticks. */
    public static long now() {
        byte[] time = Native.timespec(0);
        Native.checked(LIBC.clock_gettime(CLOCK_MONOTONIC_COARSE, time), "clock_gettime(CLOCK_MONOTONIC_COARSE)");
        return Native.nanoseconds(time);
    }

    /** What passes between two ticks, in nanoseconds: 4 ms where HZ is 250. */
    public static long period() {
        byte[] time = Native.timespec(0);
        Native.checked(LIBC.clock_getres(CLOCK_MONOTONIC_COARSE, time), "clock_getres(CLOCK_MONOTONIC_COARSE)");
        return Native.nanoseconds(time);
    }
}
