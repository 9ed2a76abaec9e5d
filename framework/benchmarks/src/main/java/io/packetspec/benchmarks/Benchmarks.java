package io.packetspec.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the benchmarks that are named, or all: each in a JVM of its own, so that none finds it warm or full. */
public final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(
            new SpecsPerSecond(),
            new Packetdrill(),
            new Reaction(),
            new InjectionRate(),
            new Lateness(),
            new CheckOnly(),
            new FirstVerdict(),
            new Memory());

    private Benchmarks() {}

    public static void main(String[] names) throws Exception {
        List<Benchmark> picked = names.length == 0
                ? ALL
                : Arrays.stream(names).map(Benchmarks::named).toList();
        if (picked.size() == 1) {
            run(picked.get(0));
            return;
        }
        for (Benchmark benchmark : picked) {
            new FreshJvm(Benchmarks.class, benchmark.name()).runVisibly();
        }
    }

    private static Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no benchmark " + name + ", only "
                        + ALL.stream().map(Benchmark::name).collect(Collectors.joining(", "))));
    }

    private static void run(Benchmark benchmark) throws Exception {
        System.out.println("\n" + benchmark.name() + ": " + benchmark.title() + "\n" + conditions() + "\n");
        try {
            System.out.println(benchmark.run());
        } catch (Benchmark.Skipped e) {
            System.out.println("skipped: " + e.getMessage());
        }
    }

    private static String conditions() throws IOException {
        return "Linux " + System.getProperty("os.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, JDK "
                + System.getProperty("java.version") + ", load "
                + Files.readString(Path.of("/proc/loadavg")).strip();
    }
}
