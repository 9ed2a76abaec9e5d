package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Errno;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a child is told on its standard input while it runs. Nobody waits for the child to read: what it cannot hold is kept. */
final class Feed implements AutoCloseable {
    private static final int F_SETFL = 4;
    private static final int O_NONBLOCK = 0x800;
    private static final Errno EINTR = Errno.of(4);
    private static final Errno EAGAIN = Errno.of(11);
    private static final Errno EPIPE = Errno.of(32);

    private final Pipe pipe = Pipe.open();
    private byte[] kept = {};
    private boolean ends;

    Feed() {
        // The flag is that of this end alone: the child's blocks, as a standard input does.
        if (LIBC.fcntl(pipe.writeEnd(), F_SETFL, O_NONBLOCK) < 0) {
            SystemCallException failure = new SystemCallException("fcntl(pipe, F_SETFL)", Native.errno());
            close();
            throw failure;
        }
    }

    /** Which the child has as its standard input. */
    int readEnd() {
        return pipe.readEnd();
    }

    /** The child has its own. */
    void closeReadEnd() {
        pipe.closeReadEnd();
    }

    /** To be waited for until it can be written to; {@link Pipe#CLOSED} while there is nothing to write. */
    int writeEnd() {
        return kept.length == 0 ? Pipe.CLOSED : pipe.writeEnd();
    }

    void tell(String text) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(kept);
        all.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        kept = all.toByteArray();
        write();
    }

    /** Behind what it was told its input ends. */
    void end() {
        ends = true;
        write();
    }

    /** Writes what the child can take now; a child that reads no more is told no more. */
    void write() {
        long written = 0;
        while (kept.length > 0 && written >= 0) {
            written = LIBC.write(pipe.writeEnd(), kept, kept.length);
            if (written < 0 && !Native.errno().equals(EAGAIN) && !Native.errno().equals(EINTR)) {
                refused(Native.errno());
            } else if (written > 0) {
                kept = Arrays.copyOfRange(kept, (int) written, kept.length);
            }
        }
        if (ends && kept.length == 0) {
            pipe.closeWriteEnd();
        }
    }

    private void refused(Errno errno) {
        if (!errno.equals(EPIPE)) {
            throw new SystemCallException("write(pipe)", errno);
        }
        kept = new byte[0];
    }

    @Override
    public void close() {
        pipe.close();
    }
}
