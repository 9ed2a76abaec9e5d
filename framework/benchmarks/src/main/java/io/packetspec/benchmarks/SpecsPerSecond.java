package io.packetspec.benchmarks;

import java.nio.file.Path;

/**
 * How many minimal specs a second: a fresh lab, an unsolicited SYN/ACK, the kernel's RST checked, tear-down. Through the
 * engine with its trace, at several parallelisms, beside a loop that does the same by hand without engine, spec or trace.
 */
final class SpecsPerSecond implements Benchmark {
    private static final int SPECS = 400;
    private static final int[] PARALLELISMS = {1, 2, 4, 8};
    private static final Rounds ROUNDS = new Rounds(2, 7);

    @Override
    public String name() {
        return "specs-per-second";
    }

    @Override
    public String title() {
        return "minimal specs a second, " + ROUNDS.counted() + " rounds of " + SPECS;
    }

    @Override
    public Table run() throws Exception {
        Path specs = GeneratedSpecs.write(SPECS);
        Rounds.Contestants<Double> contestants = new Rounds.Contestants<>();
        for (int parallelism : PARALLELISMS) {
            contestants.and("raw loop, " + parallelism + " at once", new RawLoop(SPECS, parallelism)::rate);
        }
        for (int parallelism : PARALLELISMS) {
            contestants.and(
                    "engine, " + parallelism + " at once", new EngineRun(specs, SPECS).atOnce(parallelism)::rate);
        }
        return ROUNDS.table(contestants, "%.0f");
    }
}
