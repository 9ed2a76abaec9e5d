package io.packetspec.lab;

import io.packetspec.linux.NetNs;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Takes labs down where nobody waits for it: the kernel needs 10 to 30 ms for each packet socket, and several at once share
 * that time. Who finds the backlog full does it himself.
 */
final class Undertaker {
    private static final int THREADS = 32;
    private static final int BACKLOG = 256;
    private static final ThreadPoolExecutor POOL = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(BACKLOG),
            work -> thread("packetspec-undertaker", work),
            new ThreadPoolExecutor.CallerRunsPolicy());

    static {
        POOL.allowCoreThreadTimeOut(true);
    }

    private Undertaker() {}

    /** Whether all is done that it was told to do. */
    static boolean isIdle() {
        return POOL.getCompletedTaskCount() == POOL.getTaskCount();
    }

    static void bury(Runnable remains) {
        POOL.execute(remains);
    }

    /** A thread starts in the namespace of the one that starts it, and would keep that of a dead lab. */
    static Thread thread(String name, Runnable work) {
        Runnable inInitial = () -> {
            NetNs.initial().enter();
            work.run();
        };
        Thread thread = new Thread(null, inInitial, name, 0, false);
        thread.setDaemon(true);
        return thread;
    }
}
