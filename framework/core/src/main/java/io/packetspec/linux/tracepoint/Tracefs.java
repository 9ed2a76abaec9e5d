package io.packetspec.linux.tracepoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where tracefs is mounted. */
public final class Tracefs {
    private static final int TARGET = 1;
    private static final int TYPE = 2;

    private Tracefs() {}

    /** Empty if it is not. */
    public static Optional<Path> folder() {
        try {
            return Files.readAllLines(Path.of("/proc/self/mounts")).stream()
                    .map(line -> line.split(" "))
                    .filter(mount -> mount[TYPE].equals("tracefs"))
                    .map(mount -> Path.of(mount[TARGET]))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The format of {@code system:event}. */
    public static Format format(String tracepoint) {
        Path folder = folder().orElseThrow(() -> new IllegalStateException("tracefs is not mounted"));
        try {
            return Format.parse(Files.readString(folder.resolve("events")
                    .resolve(tracepoint.replace(':', '/'))
                    .resolve("format")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
