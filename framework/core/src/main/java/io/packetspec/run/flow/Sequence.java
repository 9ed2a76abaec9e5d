package io.packetspec.run.flow;

/** Arithmetic of sequence numbers and timestamps: 32 bits, before and after by the shorter way round (RFC 9293 3.4). */
final class Sequence {
    private static final long MASK = 0xffff_ffffL;

    private Sequence() {}

    static long sum(long number, long more) {
        return number + more & MASK;
    }

    /** How far it is from one number to another, negative if that lies before it. */
    static int distance(long from, long to) {
        return (int) (to - from);
    }
}
