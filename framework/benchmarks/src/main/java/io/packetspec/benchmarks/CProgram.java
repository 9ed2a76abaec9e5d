package io.packetspec.benchmarks;

import io.packetspec.lab.Host;
import io.packetspec.linux.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A program whose source lies beside this class, compiled here and now. */
record CProgram(Path executable) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** @throws Benchmark.Skipped without a compiler */
    static CProgram compile(String name) throws IOException, InterruptedException, Benchmark.Skipped {
        Scratch scratch = Scratch.create();
        Path source = scratch.file(name + ".c");
        Path executable = scratch.file(name);
        try (InputStream text = Objects.requireNonNull(CProgram.class.getResourceAsStream(name + ".c"))) {
            Files.copy(text, source);
        }
        if (compiler(source, executable) != 0) {
            throw new IllegalStateException("cc does not compile " + name + ".c");
        }
        return new CProgram(executable);
    }

    private static int compiler(Path source, Path executable) throws InterruptedException, Benchmark.Skipped {
        try {
            return new ProcessBuilder("cc", "-O2", "-o", executable.toString(), source.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Benchmark.Skipped("there is no C compiler: " + e.getMessage());
        }
    }

    /** Runs it in the namespace of this host; what it prints. */
    String run(Host host, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(List.of(arguments));
        Command.Result result = host.call(() -> Command.run(command, LIMIT));
        if (result.status() != 0) {
            throw new IllegalStateException(executable.getFileName() + " ended with status " + result.status() + ": "
                    + result.errors().strip());
        }
        return result.output().strip();
    }
}
