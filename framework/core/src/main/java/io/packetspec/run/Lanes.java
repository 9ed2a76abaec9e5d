package io.packetspec.run;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Some specs run side by side in the shared lane, in the order in which they came; a spec in the quiet lane runs alone.
 * Before it can begin, all others must have ended, and nobody may begin meanwhile: so who wants the quiet lane waits for
 * company, as long as there are others to run, and those who have come together go one after the other.
 */
public final class Lanes {
    private final int places;
    private final int company;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Thread> queue = new ArrayDeque<>();
    private int running;
    private int sharing;
    private int waiting;
    private boolean quiet;
    private boolean held;

    /**
     * @param places how many run side by side
     * @param company how many wait for the quiet lane before the shared one is held back for them
     */
    public Lanes(int places, int company) {
        this.places = places;
        this.company = company;
    }

    <T> T shared(Supplier<T> task) {
        locked(() -> {
            queue.add(Thread.currentThread());
            while (held || running == places || queue.peek() != Thread.currentThread()) {
                changed.awaitUninterruptibly();
            }
            queue.remove();
            running++;
            sharing++;
        });
        try {
            return task.get();
        } finally {
            locked(() -> {
                running--;
                sharing--;
            });
        }
    }

    /** A task that may not run beside one in the quiet lane, but takes nobody's place. */
    <T> T aside(Supplier<T> task) {
        locked(() -> {
            while (held) {
                changed.awaitUninterruptibly();
            }
            sharing++;
        });
        try {
            return task.get();
        } finally {
            locked(() -> sharing--);
        }
    }

    <T> T quiet(Supplier<T> task) {
        locked(() -> {
            waiting++;
            held |= waiting >= company;
            while (quiet || sharing > 0 || !held && !queue.isEmpty()) {
                changed.awaitUninterruptibly();
            }
            waiting--;
            quiet = true;
            held = true;
        });
        try {
            return task.get();
        } finally {
            locked(() -> {
                quiet = false;
                held = waiting > 0;
            });
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
