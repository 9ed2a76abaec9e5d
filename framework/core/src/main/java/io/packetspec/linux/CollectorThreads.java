package io.packetspec.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JVM's own threads for which all others stand still while garbage is collected, found by the names that HotSpot
 * gives them.
 */
final class CollectorThreads {
    private static final Path ALL = Path.of("/proc/self/task");
    private static final Pattern NAME = Pattern.compile("VM Thread|(Par)?GC Thread#\\d+");

    private CollectorThreads() {}

    /** Their numbers; none on a JVM that names them otherwise. */
    static List<Integer> numbers() {
        try (Stream<Path> tasks = Files.list(ALL)) {
            return tasks.filter(task -> NAME.matcher(name(task)).matches())
                    .map(task -> Integer.valueOf(task.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip();
        } catch (IOException e) {
            return ""; // It has ended.
        }
    }
}
