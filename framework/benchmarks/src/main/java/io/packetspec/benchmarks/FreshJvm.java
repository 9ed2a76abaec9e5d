package io.packetspec.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own, with the options and the class path of this one. */
final class FreshJvm {
    private final List<String> command = new ArrayList<>();
    private final String name;

    FreshJvm(Class<?> main, String... arguments) {
        name = main.getSimpleName() + " " + String.join(" ", arguments);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
    }

    /** What it prints is seen. */
    void runVisibly() throws IOException, InterruptedException {
        end(new ProcessBuilder(command).inheritIO().start());
    }

    /** The last line that it prints. */
    String answer() throws IOException, InterruptedException {
        Process process = start();
        List<String> lines = output(process).lines().toList();
        end(process);
        return lines.get(lines.size() - 1);
    }

    /** How many seconds it takes until it prints a line that begins so. */
    double secondsUntil(String word) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = start();
        BufferedReader output = output(process);
        String line = output.readLine();
        while (line != null && !line.startsWith(word)) {
            line = output.readLine();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        end(process);
        if (line == null) {
            throw new IllegalStateException(name + " printed no " + word);
        }
        return seconds;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private void end(Process process) throws InterruptedException {
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException(name + " ended with status " + status);
        }
    }
}
