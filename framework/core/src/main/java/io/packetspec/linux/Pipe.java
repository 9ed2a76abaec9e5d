package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A pipe that a child writes and this JVM reads. */
final class Pipe implements AutoCloseable {
    private static final int O_CLOEXEC = 0x8_0000;

    private final int readEnd;
    private int writeEnd;
    private boolean ended;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final byte[] room = new byte[8192];

    private Pipe(int[] ends) {
        readEnd = ends[0];
        writeEnd = ends[1];
    }

    static Pipe open() {
        int[] ends = new int[2];
        Native.checked(LIBC.pipe2(ends, O_CLOEXEC), "pipe2");
        return new Pipe(ends);
    }

    int readEnd() {
        return readEnd;
    }

    int writeEnd() {
        return writeEnd;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Takes what is there, or notes that nobody can write any more. Blocks unless poll(2) said it does not. */
    void take() {
        long length = LIBC.read(readEnd, room, room.length);
        if (length > 0) {
            content.write(room, 0, (int) length);
        }
        ended = length == 0;
    }

    String text() {
        return content.toString(StandardCharsets.UTF_8);
    }

    void closeWriteEnd() {
        if (writeEnd >= 0) {
            LIBC.close(writeEnd);
            writeEnd = -1;
        }
    }

    @Override
    public void close() {
        closeWriteEnd();
        LIBC.close(readEnd);
    }
}
