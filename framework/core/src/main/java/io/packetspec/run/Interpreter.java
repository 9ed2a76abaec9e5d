package io.packetspec.run;

import io.packetspec.linux.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the interpreter of scripts' code is. Its name may be that of a wrapper that looks for it anew each time, and takes
 * several times as long as the code: so it is asked once.
 */
final class Interpreter {
    static final String NAME = "python3";
    private static final List<String> QUESTION = List.of(NAME, "-c", "import sys; print(sys.executable)");
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static @Nullable String path;

    private Interpreter() {}

    /** Its path, or its name where it does not know its path; for a task on a host. */
    static synchronized String path() {
        if (path == null) {
            Command.Result answer = Command.run(QUESTION, LIMIT);
            String told = answer.output().strip();
            path = answer.status() == 0 && Path.of(told).isAbsolute() ? told : NAME;
        }
        return path;
    }
}
