package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import java.nio.ByteBuffer;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntSupplier;

/**
 * A process that is being started has a copy of every descriptor until it runs a program of its own, and a socket is
 * closed with the last copy only: its FIN would leave later, its port be free later. So nothing is closed while a process
 * is being started.
 */
final class Copies {
    private static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock();
    private static final int SOL_SOCKET = 1;
    private static final int SO_LINGER = 13;

    private Copies() {}

    /** What this answers, which returns when the process that it starts has no copies any more. */
    static int making(IntSupplier start) {
        return holding(LOCK.writeLock(), start);
    }

    /** close(2) of the only copy. */
    static int close(int descriptor) {
        if (lingers(descriptor)) {
            // It blocks, and is out of the table of descriptors from the start: nobody must wait for that.
            holding(LOCK.readLock(), () -> 0);
            return LIBC.close(descriptor);
        }
        return holding(LOCK.readLock(), () -> LIBC.close(descriptor));
    }

    private static boolean lingers(int descriptor) {
        byte[] linger = new byte[2 * Integer.BYTES];
        if (LIBC.getsockopt(descriptor, SOL_SOCKET, SO_LINGER, linger, new int[] {linger.length}) < 0) {
            return false;
        }
        ByteBuffer fields = Native.wrap(linger);
        return fields.getInt(0) != 0 && fields.getInt(Integer.BYTES) > 0;
    }

    private static int holding(Lock lock, IntSupplier call) {
        lock.lock();
        try {
            return call.getAsInt();
        } finally {
            lock.unlock();
        }
    }
}
