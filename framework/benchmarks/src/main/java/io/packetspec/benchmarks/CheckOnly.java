package io.packetspec.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * How long it takes to check 1,000 specs without running them, from the start of the JVM on. Nobody checks specs in a
 * warm JVM, so every round has one of its own.
 */
final class CheckOnly implements Benchmark {
    private static final int SPECS = 1_000;
    private static final Rounds ROUNDS = new Rounds(0, 7);

    @Override
    public String name() {
        return "check-only";
    }

    @Override
    public String title() {
        return "seconds to check 1,000 specs, " + ROUNDS.counted() + " rounds";
    }

    @Override
    public Table run() throws Exception {
        Rounds.Contestants<Double> contestants = new Rounds.Contestants<>();
        for (int files : new int[] {1, SPECS / 10, SPECS}) {
            FreshJvm jvm = new FreshJvm(
                    Check.class, GeneratedSpecs.write(files, SPECS / files).toString());
            contestants.and("in " + files + (files == 1 ? " file" : " files"), () -> Double.parseDouble(jvm.answer()));
        }
        return ROUNDS.table(contestants, "%.2f");
    }

    /** Checks the specs below a folder and prints the seconds since the JVM began. */
    static final class Check {
        private Check() {}

        public static void main(String[] arguments) {
            new EngineRun(Path.of(arguments[0]), SPECS).check();
            long millis = System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
            System.out.println(millis / 1e3);
        }
    }
}
