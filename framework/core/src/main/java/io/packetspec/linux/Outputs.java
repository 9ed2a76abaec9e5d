package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Errno;
import java.nio.ByteBuffer;

/** Both outputs of a child, read as they come, so that neither can block the other. */
final class Outputs implements AutoCloseable {
    private static final int POLLIN = 1;
    private static final int POLLFD = 8;
    private static final int REVENTS = 6;
    private static final Errno EINTR = Errno.of(4);

    private final Pipe output = Pipe.open();
    private final Pipe errors = Pipe.open();
    private final ByteBuffer descriptors = Native.wrap(new byte[3 * POLLFD]);
    private final byte[] room = new byte[64 << 10];

    Pipe output() {
        return output;
    }

    Pipe errors() {
        return errors;
    }

    /** Reads until the child has ended; false if it has not by the deadline. */
    boolean readUntilEndOf(Child child, long deadline) {
        while (poll(child.descriptor(), deadline)) {
            read();
            if (isReady(0)) {
                return true;
            }
        }
        return false;
    }

    /** Reads until nobody can write any more, or the deadline. */
    void readToEnd(long deadline) {
        while (isOpen() && poll(Pipe.CLOSED, deadline)) {
            read();
        }
    }

    private boolean isOpen() {
        return output.readEnd() != Pipe.CLOSED || errors.readEnd() != Pipe.CLOSED;
    }

    private void read() {
        if (isReady(1)) {
            output.read(room);
        }
        if (isReady(2)) {
            errors.read(room);
        }
    }

    /** Waits for any of the three; false if it is past the deadline. */
    private boolean poll(int child, long deadline) {
        watch(0, child);
        watch(1, output.readEnd());
        watch(2, errors.readEnd());
        int ready = LIBC.ppoll(descriptors.array(), 3, Native.timespec(deadline - System.nanoTime()), null);
        if (ready < 0 && !Native.errno().equals(EINTR)) {
            throw new SystemCallException("poll(a child and its outputs)", Native.errno());
        }
        return ready > 0 || System.nanoTime() - deadline < 0;
    }

    private void watch(int index, int descriptor) {
        descriptors.putInt(index * POLLFD, descriptor).putInt(index * POLLFD + Integer.BYTES, POLLIN);
    }

    private boolean isReady(int index) {
        return descriptors.getShort(index * POLLFD + REVENTS) != 0;
    }

    @Override
    public void close() {
        output.close();
        errors.close();
    }
}
