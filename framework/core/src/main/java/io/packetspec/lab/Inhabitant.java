package io.packetspec.lab;

import io.packetspec.linux.Wakeup;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A thread of a host: it takes nothing over from who starts it but, for the moment, its namespace and capabilities. */
final class Inhabitant {
    private static final long PAUSE = 10;
    private static final int ATTEMPTS = 500;
    private static final ScheduledThreadPoolExecutor BAILIFF =
            new ScheduledThreadPoolExecutor(1, work -> Undertaker.thread("packetspec-bailiff", work));

    /** How many of all labs live. */
    private static final AtomicInteger LIVING = new AtomicInteger();

    private final Thread thread;
    private volatile @Nullable Wakeup wakeup;

    private Inhabitant(String name, Runnable life) {
        thread = new Thread(null, () -> live(life), name, 0, false);
        thread.setDaemon(true);
    }

    static Inhabitant start(String name, Runnable life) {
        Inhabitant inhabitant = new Inhabitant(name, life);
        LIVING.incrementAndGet();
        inhabitant.thread.start();
        return inhabitant;
    }

    /** Whether some lab has an inhabitant, open or closed. */
    static boolean areThere() {
        return LIVING.get() > 0;
    }

    private void live(Runnable life) {
        try {
            wakeup = Wakeup.ofCallingThread();
            life.run();
        } finally {
            LIVING.decrementAndGet();
        }
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Tells it to go. Most do at once; one that is in a system call is woken out of it until it is gone. */
    void evict() {
        thread.interrupt();
        BAILIFF.schedule(() -> send(ATTEMPTS), PAUSE, TimeUnit.MILLISECONDS);
    }

    private void send(int attempts) {
        Wakeup signal = wakeup;
        if (thread.isAlive() && signal != null && attempts > 0) {
            signal.send();
            BAILIFF.schedule(() -> send(attempts - 1), PAUSE, TimeUnit.MILLISECONDS);
        }
    }
}
