package io.packetspec.trace;

import io.packetspec.packet.Header;
import io.packetspec.packet.Octets;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.At;

/** Something that happened in a run. Times are nanoseconds of CLOCK_REALTIME. */
public sealed interface Event {
    long time();

    /** When it was over; of most things that is when they happened. */
    default long ended() {
        return time();
    }

    /**
     * A step that was begun and ended.
     *
     * @param failure the first line of why it failed; empty if it held
     * @param late how much later than planned the harness itself was in it, in nanoseconds
     * @param allocated how much memory its thread allocated in it, in octets
     */
    record Step(long time, long ended, At at, String text, String failure, long late, long allocated) implements Event {
        public boolean passed() {
            return failure.isEmpty();
        }
    }

    /**
     * A frame on a wire, from the Ethernet header on, or from the IP header on.
     *
     * @param time of a captured frame the kernel's receive stamp, of an injected one when it was handed to the kernel
     */
    record Frame(long time, String wire, boolean injected, Octets octets, boolean layer3) implements Event {
        /** The header that it begins with. */
        public Header outermost() {
            return outermost(octets, layer3);
        }

        /** The header that octets of a wire begin with, by their version where that wire has no Ethernet. */
        public static Header outermost(Octets octets, boolean layer3) {
            int version = !layer3 || octets.length() == 0 ? 0 : octets.at(0) >> 4;
            Header ip = version == 4 ? Headers.IPV4 : version == 6 ? Headers.IPV6 : Header.RAW;
            return layer3 ? ip : Headers.ETH;
        }
    }

    /** A system call or a command on a host, and what came of it. */
    record Call(long time, long ended, String host, String call, String result) implements Event {}

    /** What the harness did or noticed. */
    record Note(long time, String text) implements Event {}
}
