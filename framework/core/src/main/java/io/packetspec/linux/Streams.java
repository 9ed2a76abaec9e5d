package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Errno;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The standard streams of a child: its outputs are read as they come while it is told what it reads, so that none of the
 * three can block another.
 */
final class Streams implements AutoCloseable {
    private static final int POLLIN = 1;
    private static final int POLLOUT = 4;
    private static final int POLLFD = 8;
    private static final int REVENTS = 6;
    private static final Errno EINTR = Errno.of(4);

    private final Pipe output = Pipe.open();
    private final Pipe errors = Pipe.open();
    private final @Nullable Input input;
    private final @Nullable Feed feed;
    private final ByteBuffer descriptors = Native.wrap(new byte[4 * POLLFD]);
    private final byte[] room = new byte[64 << 10];

    private Streams(@Nullable Input input, @Nullable Feed feed) {
        this.input = input;
        this.feed = feed;
    }

    /** @param input which the child reads; it is the caller's to close; null: it reads nothing */
    static Streams reading(@Nullable Input input) {
        return new Streams(input, null);
    }

    /** Of a child that reads what it is told. */
    static Streams fed() {
        return new Streams(null, new Feed());
    }

    /** What the child has as its standard input; {@link Pipe#CLOSED} if it reads nothing. */
    int input() {
        if (feed != null) {
            return feed.readEnd();
        }
        return input == null ? Pipe.CLOSED : input.descriptor();
    }

    /** The child has its own ends. */
    void begun() {
        output.closeWriteEnd();
        errors.closeWriteEnd();
        if (feed != null) {
            feed.closeReadEnd();
        }
    }

    Feed feed() {
        return Objects.requireNonNull(feed);
    }

    Pipe output() {
        return output;
    }

    Pipe errors() {
        return errors;
    }

    /** Reads and tells until the child has ended; false if it has not by the deadline. */
    boolean serveUntilEndOf(Child child, long deadline) {
        do {
            poll(child.descriptor(), deadline);
            serve();
        } while (!isReady(0) && !isPast(deadline));
        return isReady(0);
    }

    /** Reads until nobody can write any more, or the deadline. */
    void readToEnd(long deadline) {
        while (isOpen() && !isPast(deadline)) {
            poll(Pipe.CLOSED, deadline);
            serve();
        }
    }

    private boolean isOpen() {
        return output.readEnd() != Pipe.CLOSED || errors.readEnd() != Pipe.CLOSED;
    }

    private void serve() {
        if (isReady(1)) {
            output.read(room);
        }
        if (isReady(2)) {
            errors.read(room);
        }
        if (isReady(3) && feed != null) {
            feed.write();
        }
    }

    private static boolean isPast(long deadline) {
        return System.nanoTime() - deadline >= 0;
    }

    /** Waits for any of the four until the deadline. */
    private void poll(int child, long deadline) {
        watch(0, child, POLLIN);
        watch(1, output.readEnd(), POLLIN);
        watch(2, errors.readEnd(), POLLIN);
        watch(3, feed == null ? Pipe.CLOSED : feed.writeEnd(), POLLOUT);
        int ready = LIBC.ppoll(descriptors.array(), 4, Native.timespec(deadline - System.nanoTime()), null);
        if (ready < 0 && !Native.errno().equals(EINTR)) {
            throw new SystemCallException("poll(a child and its outputs)", Native.errno());
        }
    }

    private void watch(int index, int descriptor, int events) {
        descriptors.putInt(index * POLLFD, descriptor).putInt(index * POLLFD + Integer.BYTES, events);
    }

    private boolean isReady(int index) {
        return descriptors.getShort(index * POLLFD + REVENTS) != 0;
    }

    @Override
    public void close() {
        output.close();
        errors.close();
        if (feed != null) {
            feed.close();
        }
    }
}
