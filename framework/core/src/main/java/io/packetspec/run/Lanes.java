package io.packetspec.run;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Many specs run side by side in the shared lane; a spec in the quiet lane runs alone. */
public final class Lanes {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    <T> T shared(Supplier<T> task) {
        return holding(lock.readLock(), task);
    }

    <T> T quiet(Supplier<T> task) {
        return holding(lock.writeLock(), task);
    }

    private static <T> T holding(Lock lock, Supplier<T> task) {
        lock.lock();
        try {
            return task.get();
        } finally {
            lock.unlock();
        }
    }
}
