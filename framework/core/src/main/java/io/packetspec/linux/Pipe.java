package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** To a child or from it. What comes from it beyond a bound is read and dropped, and the text says so. */
final class Pipe implements AutoCloseable {
    /** The descriptor of an end that is closed; poll(2) passes over it. */
    static final int CLOSED = -1;

    private static final int O_CLOEXEC = 0x8_0000;
    private static final int BOUND = 16 << 20;

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private boolean cut;
    private int readEnd;
    private int writeEnd;

    private Pipe(int readEnd, int writeEnd) {
        this.readEnd = readEnd;
        this.writeEnd = writeEnd;
    }

    static Pipe open() {
        int[] ends = new int[2];
        Native.checked(LIBC.pipe2(ends, O_CLOEXEC), "pipe2");
        return new Pipe(ends[0], ends[1]);
    }

    int readEnd() {
        return readEnd;
    }

    int writeEnd() {
        return writeEnd;
    }

    /** Takes what there is, and closes this end where nobody can write any more. */
    void read(byte[] room) {
        int length = (int) Native.checked(LIBC.read(readEnd, room, room.length), "read(pipe)");
        if (length == 0) {
            closeReadEnd();
        }
        int kept = Math.min(length, BOUND - octets.size());
        octets.write(room, 0, kept);
        cut |= kept < length;
    }

    String text() {
        return octets.toString(StandardCharsets.UTF_8) + (cut ? "\n[what came after 16 MiB is left out]" : "");
    }

    void closeWriteEnd() {
        writeEnd = closed(writeEnd);
    }

    void closeReadEnd() {
        readEnd = closed(readEnd);
    }

    private static int closed(int descriptor) {
        if (descriptor != CLOSED) {
            LIBC.close(descriptor);
        }
        return CLOSED;
    }

    @Override
    public void close() {
        closeReadEnd();
        closeWriteEnd();
    }
}
