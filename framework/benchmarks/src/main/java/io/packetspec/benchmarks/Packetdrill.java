package io.packetspec.benchmarks;

import io.packetspec.lab.Clearance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run of a trivial script costs, a segment to a closed port and the kernel's RST, beside packetdrill. Its executable
 * is named by the environment variable PACKETDRILL.
 */
final class Packetdrill implements Benchmark {
    private static final String SCRIPT = """
            0 < S. 0:0(0) ack 1 win 100
            +0 > R 1:1(0)
            """;
    /** A script is run in each of three networks. */
    private static final int NETWORKS = 3;

    private static final int SCRIPTS = 160;
    private static final int RUNS = SCRIPTS * NETWORKS;
    private static final Rounds ROUNDS = new Rounds(1, 5);
    private static final Duration CLEARANCE = Duration.ofSeconds(5);

    /** @param millis that a run took in the mean */
    private record Cost(double millis, int failed) {
        interface Runs {
            int failures() throws Exception;
        }

        static Cost of(int count, Runs runs) throws Exception {
            Clearance.await(CLEARANCE); // What others have left to the kernel is not theirs.
            long began = System.nanoTime();
            int failed = runs.failures();
            return new Cost((System.nanoTime() - began) / 1e6 / count, failed);
        }
    }

    @Override
    public String name() {
        return "packetdrill";
    }

    @Override
    public String title() {
        return "milliseconds a run of a trivial script, " + ROUNDS.counted() + " rounds, of the engine with " + RUNS
                + " runs each";
    }

    @Override
    public Table run() throws Exception {
        PacketdrillRun packetdrill =
                new PacketdrillRun(executable(), Scratch.create().write("reset.pkt", SCRIPT));
        Table table = new Table("", "min", "median", "max", "packetdrill takes", "failed");
        for (int parallelism : new int[] {1, 8}) {
            rows(table, ROUNDS.of(contestants(packetdrill, parallelism)));
        }
        return table;
    }

    private static Path executable() throws Skipped {
        String path = System.getenv("PACKETDRILL");
        if (path == null || !Files.isRegularFile(Path.of(path)) || !Files.isExecutable(Path.of(path))) {
            throw new Skipped("the environment variable PACKETDRILL names no executable");
        }
        return Path.of(path).toAbsolutePath();
    }

    private static Rounds.Contestants<Cost> contestants(PacketdrillRun packetdrill, int parallelism)
            throws IOException {
        Path folder = scripts();
        int few = 12 * parallelism;
        String atOnce = ", " + parallelism + " at once";
        FreshJvm jvm = new FreshJvm(Whole.class, folder.toString(), Integer.toString(parallelism));
        return new Rounds.Contestants<Cost>()
                .and("packetdrill" + atOnce, () -> Cost.of(few, () -> packetdrill.failures(few, parallelism)))
                .and("engine" + atOnce, () -> Cost.of(RUNS, () -> engine(folder, parallelism)))
                .and(
                        "engine, start of its JVM included" + atOnce,
                        () -> Cost.of(RUNS, () -> {
                            jvm.answer();
                            return 0;
                        }));
    }

    private static Path scripts() throws IOException {
        Scratch scratch = Scratch.create();
        for (int i = 0; i < SCRIPTS; i++) {
            scratch.write("reset-" + i + ".pkt", SCRIPT);
        }
        return scratch.folder();
    }

    private static int engine(Path folder, int parallelism) {
        new EngineRun(folder, RUNS).atOnce(parallelism).pass();
        return 0;
    }

    private static void rows(Table table, Map<String, List<Cost>> costs) {
        double packetdrill = millis(costs.values().iterator().next()).median();
        costs.forEach((name, of) -> {
            Sample millis = millis(of);
            table.row(
                    name,
                    "%.2f".formatted(millis.min()),
                    "%.2f".formatted(millis.median()),
                    "%.2f".formatted(millis.max()),
                    "%.0f times".formatted(packetdrill / millis.median()),
                    Integer.toString(of.stream().mapToInt(Cost::failed).sum()));
        });
    }

    private static Sample millis(List<Cost> costs) {
        return Sample.of(costs.stream().map(Cost::millis).toList());
    }

    /** Runs the scripts below a folder. */
    static final class Whole {
        private Whole() {}

        public static void main(String[] arguments) {
            engine(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            System.out.println("passed");
        }
    }
}
