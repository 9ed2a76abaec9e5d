package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Errno;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads a file as cat(1) does, in the calling thread: below /proc/thread-self it finds the thread's own namespace. */
public final class TextFile {
    /** @param errno why it could not be opened or read to its end, or null */
    public record Content(String text, @Nullable Errno errno) {}

    private static final int O_RDONLY_CLOEXEC = 0x8_0000;
    private static final int ROOM = 65_536;
    private static final int ROOM_OF_ONE = 4096;
    private static final int MOST = 16 << 20;

    private TextFile() {}

    /** At most 16 MiB of it: what goes on for longer is cut with EFBIG. */
    public static Content read(String path) {
        return of(path, TextFile::whole);
    }

    /** What the first read gives, at most 4 KiB: many a sysctl gives all it has to that, and nothing to a second. */
    public static Content readOnce(String path) {
        return of(path, TextFile::once);
    }

    private static Content of(String path, IntFunction<Content> reading) {
        int file = LIBC.open(path, O_RDONLY_CLOEXEC, 0);
        if (file < 0) {
            return new Content("", Native.errno());
        }
        try {
            return reading.apply(file);
        } finally {
            LIBC.close(file);
        }
    }

    private static Content once(int file) {
        byte[] room = new byte[ROOM_OF_ONE];
        long count = LIBC.read(file, room, room.length);
        return count < 0
                ? new Content("", Native.errno())
                : new Content(new String(room, 0, (int) count, StandardCharsets.UTF_8), null);
    }

    private static Content whole(int file) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] room = new byte[ROOM];
        long count = LIBC.read(file, room, room.length);
        while (count > 0 && all.size() < MOST) {
            all.write(room, 0, (int) count);
            count = LIBC.read(file, room, room.length);
        }
        Errno errno =
                count < 0 ? Native.errno() : count > 0 ? Errno.named("EFBIG").orElseThrow() : null;
        return new Content(all.toString(StandardCharsets.UTF_8), errno);
    }
}
