package io.packetspec.lab;

import io.packetspec.linux.NetNs;
import io.packetspec.linux.PacketSocket;
import io.packetspec.linux.Sysctl;
import io.packetspec.linux.Tun;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes packet sockets, which takes the kernel 10 to 30 ms each, where nobody waits for it; several at once share that
 * time. Lets namespaces go, too. Who finds the backlog full does it himself.
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

    /** Whether all is done that it was told to do. */
    static boolean isIdle() {
        return POOL.getCompletedTaskCount() == POOL.getTaskCount();
    }

    static void bury(PacketSocket socket) {
        POOL.execute(socket::close);
    }

    static void bury(Tun tun) {
        POOL.execute(tun::close);
    }

    /** Connections that were closed, but not to their peer's knowledge, keep a namespace: they give up at their next timer. */
    static void bury(NetNs namespace) {
        POOL.execute(() -> {
            try {
                namespace.enter();
                Sysctl.write("net.ipv4.tcp_orphan_retries", "1");
            } finally {
                NetNs.initial().enter();
                namespace.close();
            }
        });
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
