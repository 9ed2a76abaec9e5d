package io.packetspec.lab;

import io.packetspec.linux.NetNs;
import io.packetspec.linux.PacketSocket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes packet sockets, which takes the kernel 10 to 30 ms each, where nobody waits for it. Several at once share that
 * time; who finds the backlog full closes his own.
 */
final class Undertaker {
    private static final int THREADS = 16;
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

    static void bury(PacketSocket socket) {
        POOL.execute(socket::close);
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
