package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sysctls, of the calling thread's namespace where they are per namespace. Keys as of sysctl(8), dots or slashes. */
public final class Sysctl {
    private static final int O_WRONLY_CLOEXEC = 1 | 0x8_0000;

    private Sysctl() {}

    public static boolean exists(String key) {
        return Files.exists(path(key));
    }

    public static String read(String key) {
        TextFile.Content content = TextFile.readOnce(path(key).toString());
        if (content.errno() != null) {
            throw failed("reading", key, new IOException(content.errno().toString()));
        }
        return content.text().strip();
    }

    public static void write(String key, String value) {
        // By three calls: a lab writes a dozen, and what Java's streams ask the kernel besides takes as long again.
        int file = LIBC.open(path(key).toString(), O_WRONLY_CLOEXEC, 0);
        if (file < 0) {
            throw notWritten(key, value);
        }
        try {
            byte[] octets = value.getBytes(StandardCharsets.UTF_8);
            if (LIBC.write(file, octets, octets.length) != octets.length) {
                throw notWritten(key, value);
            }
        } finally {
            LIBC.close(file);
        }
    }

    /** As sysctl(8) does it: where a slash comes first, slashes part and dots are dots; else the other way round. */
    static Path path(String key) {
        int dot = key.indexOf('.');
        int slash = key.indexOf('/');
        boolean slashes = slash >= 0 && (dot < 0 || slash < dot);
        return Path.of("/proc/sys", slashes ? key : swap(key));
    }

    private static String swap(String key) {
        StringBuilder path = new StringBuilder(key);
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            path.setCharAt(i, c == '.' ? '/' : c == '/' ? '.' : c);
        }
        return path.toString();
    }

    private static UncheckedIOException notWritten(String key, String value) {
        return failed(
                "writing '" + value + "' to",
                key,
                new IOException(Native.errno().toString()));
    }

    private static UncheckedIOException failed(String what, String key, IOException e) {
        return new UncheckedIOException(what + " sysctl " + key + " failed: " + e.getMessage(), e);
    }
}
