package io.packetspec.run;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Some specs run side by side in the shared lane, of those that wait the lowest rank first; a spec in the quiet lane runs
 * alone. Before it can begin, all others must have ended, and nobody may begin meanwhile: so who wants the quiet lane waits for
 * company, as long as there are others to run, and those who have come together go one after the other.
 */
public final class Lanes {
    private static final long TOGETHER = Duration.ofMillis(20).toNanos();

    private final int places;
    private final int company;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Integer> queue = new PriorityQueue<>();
    private long opens;
    private int running;
    private int aside;
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

    /**
     * Waits for a place in the shared lane, which {@link #shared} leaves. The first to come waits for those who come with
     * it, one of whom may have a lower rank.
     *
     * @param rank of its own
     */
    void enter(int rank) {
        lock.lock();
        try {
            opens = opens == 0 ? System.nanoTime() + TOGETHER : opens;
            queue.add(rank);
            for (long left = opens - System.nanoTime(); left > 0; left = opens - System.nanoTime()) {
                changed.awaitNanos(left);
            }
            while (held || running == places || queue.element() != rank) {
                changed.await();
            }
            running++;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for a turn", e);
        } finally {
            queue.remove(rank);
            changed.signalAll();
            lock.unlock();
        }
    }

    /** In the place of the calling thread, and leaves it. */
    <T> T shared(Supplier<T> task) {
        try {
            return task.get();
        } finally {
            locked(() -> running--);
        }
    }

    /** Whether several run now. */
    boolean areShared() {
        lock.lock();
        try {
            return running > 1;
        } finally {
            lock.unlock();
        }
    }

    /** A task that may not run beside one in the quiet lane, but takes nobody's place. */
    <T> T aside(Supplier<T> task) {
        locked(() -> {
            while (held) {
                changed.awaitUninterruptibly();
            }
            aside++;
        });
        try {
            return task.get();
        } finally {
            locked(() -> aside--);
        }
    }

    <T> T quiet(Supplier<T> task) {
        locked(() -> {
            waiting++;
            held |= waiting >= company;
            while (quiet || running + aside > 0 || !held && !queue.isEmpty()) {
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
