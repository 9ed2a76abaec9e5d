package io.packetspec.run;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Many specs run side by side in the shared lane; a spec in the quiet lane runs alone. Before it can begin, all others
 * must have ended, and nobody may begin meanwhile: so who wants the quiet lane waits for company, as long as there are
 * others to run, and those who have come together go one after the other.
 */
public final class Lanes {
    private final int company;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int sharing;
    private int waiting;
    private boolean quiet;
    private boolean held;

    /** @param company how many wait for the quiet lane before the shared one is held back for them */
    public Lanes(int company) {
        this.company = company;
    }

    <T> T shared(Supplier<T> task) {
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
            while (quiet || sharing > 0) {
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
