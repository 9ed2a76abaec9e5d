package io.packetspec.run;

import java.time.Duration;
import java.util.Comparator;
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
    /** Who wait for the shared lane. Only those who may go on are woken: dozens wait, and each woken in vain is a switch. */
    private final Queue<Turn> queue = new PriorityQueue<>(Comparator.comparingInt(Turn::rank));

    /** For those aside: nothing is held back for the quiet lane any more. */
    private final Condition released = lock.newCondition();
    /** For those who want the quiet lane. */
    private final Condition calm = lock.newCondition();

    private long opens;
    private int running;
    private int aside;
    private int waiting;
    private boolean quiet;
    private boolean held;

    private record Turn(int rank, Condition come) {}

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
        Turn turn = new Turn(rank, lock.newCondition());
        lock.lock();
        try {
            opens = opens == 0 ? System.nanoTime() + TOGETHER : opens;
            queue.add(turn);
            for (long left = opens - System.nanoTime(); left > 0; left = opens - System.nanoTime()) {
                turn.come().awaitNanos(left);
            }
            while (held || running == places || queue.element() != turn) {
                turn.come().await();
            }
            running++;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for a turn", e);
        } finally {
            queue.remove(turn);
            wakeThoseWhoMayGo();
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
                released.awaitUninterruptibly();
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
            while (!isCalm()) {
                calm.awaitUninterruptibly();
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
            wakeThoseWhoMayGo();
        } finally {
            lock.unlock();
        }
    }

    private void wakeThoseWhoMayGo() {
        if (!held) {
            released.signalAll();
        }
        if (!held && running < places && !queue.isEmpty()) {
            queue.element().come().signal();
        }
        if (isCalm()) {
            calm.signal();
        }
    }

    /** Whether a spec may run alone now. */
    private boolean isCalm() {
        return !quiet && running + aside == 0 && (held || queue.isEmpty());
    }
}
