package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

/** On which processors the calling thread may run. */
public final class Affinity {
    private static final int SIZE = 128;

    private final byte[] mask;

    private Affinity(byte[] mask) {
        this.mask = mask;
    }

    public static Affinity ofCallingThread() {
        byte[] mask = new byte[SIZE];
        Native.checked(LIBC.sched_getaffinity(0, SIZE, mask), "sched_getaffinity");
        return new Affinity(mask);
    }

    /** Just the processor that the calling thread is on. */
    public static Affinity here() {
        int processor = Native.checked(LIBC.sched_getcpu(), "sched_getcpu");
        byte[] mask = new byte[SIZE];
        mask[processor / 8] = (byte) (1 << processor % 8);
        return new Affinity(mask);
    }

    public void apply() {
        Native.checked(LIBC.sched_setaffinity(0, SIZE, mask), "sched_setaffinity");
    }
}
