package io.packetspec.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules of the running kernel, whose names have underscores where their files may have dashes. */
final class Modules {
    private static final Path SYSFS = Path.of("/sys/module");
    private static final Path LOADED = Path.of("/proc/modules");
    private static final Path LIST = Path.of("/lib/modules", Release.RUNNING, "modules.builtin");

    // From lines such as kernel/net/sched/sch_netem.ko
    private static final Set<String> BUILT_IN = lines(LIST)
            .map(line -> line.substring(line.lastIndexOf('/') + 1).replaceFirst("\\.ko$", ""))
            .map(name -> name.replace('-', '_'))
            .collect(Collectors.toUnmodifiableSet());

    private Modules() {}

    /** Empty if the module is loaded or built in, otherwise the words for that it is not. */
    static Optional<String> missing(String name) {
        String module = name.replace('-', '_');
        boolean there = Files.exists(SYSFS.resolve(module)) || isLoaded(module) || BUILT_IN.contains(module);
        // Without the list, a built-in module shows only if it has parameters or a version.
        String doubt = Files.exists(LIST) ? "" : ", as far as can be told without " + LIST;
        return there ? Optional.empty() : Optional.of("module " + name + " is neither loaded nor built in" + doubt);
    }

    private static boolean isLoaded(String module) {
        return lines(LOADED).anyMatch(line -> line.startsWith(module + " "));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).stream() : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
