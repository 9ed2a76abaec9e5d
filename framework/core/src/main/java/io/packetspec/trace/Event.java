package io.packetspec.trace;

import io.packetspec.packet.Octets;
import io.packetspec.spec.At;

/** Something that happened in a run. Times are nanoseconds of CLOCK_REALTIME. */
public sealed interface Event {
    long time();

    /**
     * A step that was begun and ended.
     *
     * @param failure the first line of why it failed; empty if it held
     * @param late how much later than planned the harness itself was in it, in nanoseconds
     */
    record Step(long time, long ended, At at, String text, String failure, long late) implements Event {
        public boolean passed() {
            return failure.isEmpty();
        }
    }

    /**
     * A frame on a wire, from the Ethernet header on.
     *
     * @param time of a captured frame the kernel's receive stamp, of an injected one when it was handed to the kernel
     */
    record Frame(long time, String wire, boolean injected, Octets octets) implements Event {}

    /** A system call or a command on a host, and what came of it. */
    record Call(long time, long ended, String host, String call, String result) implements Event {}

    /** What the harness did or noticed. */
    record Note(long time, String text) implements Event {}
}
