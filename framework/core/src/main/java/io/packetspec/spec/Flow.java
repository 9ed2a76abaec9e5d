package io.packetspec.spec;

/**
 * A TCP connection between an end in the hands of the spec and one of a kernel's.
 *
 * @param wire the wire on which the spec's end is
 * @param host where the kernel's end is; port 0: the kernel chooses it, and its SYN says which
 * @param isn the initial sequence number of the spec's end, 32 bits
 * @param clock where the timestamps of the spec's end begin, 32 bits
 */
public record Flow(
        At at, String name, String wire, Endpoint far, Endpoint host, boolean opensFromHost, long isn, long clock) {
    /** So that the first is none that a kernel takes for "no timestamp". */
    private static final long CLOCK = 1000;

    public Flow(At at, String name, String wire, Endpoint far, Endpoint host, boolean opensFromHost, long isn) {
        this(at, name, wire, far, host, opensFromHost, isn, CLOCK);
    }
}
