package io.packetspec.lab;

import io.packetspec.linux.tracepoint.Tracefs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The tracepoints of the running kernel, as tracefs shows them. */
final class Tracepoints {
    private Tracepoints() {}

    /** Empty if {@code system:event} can be read, otherwise why not. */
    static Optional<String> unreadable(String name) {
        Optional<Path> tracefs = Tracefs.folder();
        if (tracefs.isEmpty()) {
            return Optional.of("tracepoint " + name + " cannot be read, for tracefs is not mounted"
                    + " (mount -t tracefs tracefs /sys/kernel/tracing)");
        }
        Path events = tracefs.get().resolve("events");
        if (!Files.isReadable(events)) {
            return Optional.of("tracepoint " + name + " cannot be read, for this user may not read " + events);
        }
        Path format = events.resolve(name.replace(':', '/')).resolve("format");
        return Files.isReadable(format) ? Optional.empty() : Optional.of("this kernel has no tracepoint " + name);
    }
}
