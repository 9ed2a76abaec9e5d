package io.packetspec.run.time;

/**
 * Something that a spec did to the kernel. The kernel learned of it somewhere between the two times (CLOCK_REALTIME,
 * nanoseconds), which a busy machine can pull apart.
 */
public record Doing(long began, long ended) {
    public static Doing at(long time) {
        return new Doing(time, time);
    }
}
