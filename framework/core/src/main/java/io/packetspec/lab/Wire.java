package io.packetspec.lab;

import org.jspecify.annotations.Nullable;

/** A wire whose far end is in the caller's hands: frames put on it, and all frames that kernels put on it. */
public final class Wire {
    /** A captured frame with the kernel's receive stamp, nanoseconds of CLOCK_REALTIME. */
    public record Frame(long time, byte[] octets) {}

    private Wire() {}

    public String name() {
        throw new IllegalStateException("skeleton");
    }

    /** Puts a frame on the wire, from the Ethernet header on. */
    public void inject(byte[] frame) {
        throw new IllegalStateException("skeleton");
    }

    /** The next captured frame, waiting no later than this {@link System#nanoTime()}; null if none came. */
    public @Nullable Frame next(long deadline) {
        throw new IllegalStateException("skeleton");
    }
}
