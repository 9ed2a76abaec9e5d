package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import java.util.function.Supplier;

/**
 * Real-time priority of the calling thread, sched(7): it runs as soon as it is woken, however many others would, in
 * turns with those of the same priority. It is the lowest there is but one, which is that of commands whose time counts. What
 * this thread starts does not inherit it, unless it is passed on.
 */
public final class RealTime {
    private static final int SCHED_OTHER = 0;
    static final int SCHED_RR = 2;
    private static final int SCHED_RESET_ON_FORK = 0x4000_0000;
    private static final int CALLING_THREAD = 0;
    /** Of commands: they compute for longer than a thread that keeps a time may wait. */
    static final int COMMANDS = 1;

    private static final int THREADS = 2;

    private final boolean given;

    private RealTime(boolean given) {
        this.given = given;
    }

    /** Without CAP_SYS_NICE of the initial user namespace nothing happens, as where the C library has no such call. */
    public static RealTime enter() {
        return new RealTime(set(CALLING_THREAD, SCHED_RR | SCHED_RESET_ON_FORK, THREADS));
    }

    /**
     * Gives it to the threads of the JVM that collect garbage, until the JVM ends: while they work, all others wait for
     * them, urgent or not. Threads that they start inherit it, for these have no other purpose.
     */
    public static void collect() {
        CollectorThreads.numbers().forEach(thread -> set(thread, SCHED_RR, THREADS));
    }

    private static boolean isOfThread() {
        return (LIBC.sched_getscheduler(CALLING_THREAD) & ~SCHED_RESET_ON_FORK) == SCHED_RR;
    }

    /** Whether the calling thread has it and may pass it on: it may have given up CAP_SYS_NICE since it entered. */
    static boolean isForOthers() {
        return passedOn(() -> LIBC.sched_getscheduler(CALLING_THREAD) == SCHED_RR);
    }

    /**
     * What the calling thread starts here, a thread or a process, has its priority from the beginning: else whoever waits for
     * it to begin waits for all that keeps processors busy.
     */
    public static <T> T passedOn(Supplier<T> start) {
        if (!isOfThread()) {
            return start.get();
        }
        set(CALLING_THREAD, SCHED_RR, THREADS);
        try {
            return start.get();
        } finally {
            enter();
        }
    }

    /** A priority like any other. */
    public static RealTime none() {
        return new RealTime(false);
    }

    /** Whether the thread has it. */
    public boolean given() {
        return given;
    }

    /** On the same thread. */
    public void leave() {
        if (given) {
            set(CALLING_THREAD, SCHED_OTHER, 0);
        }
    }

    private static boolean set(int task, int policy, int priority) {
        return LIBC.sched_setscheduler(task, policy, new int[] {priority}) == 0;
    }
}
