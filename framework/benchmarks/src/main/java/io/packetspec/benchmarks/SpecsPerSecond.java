package io.packetspec.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How many minimal specs a second: a fresh lab, an unsolicited SYN/ACK, the kernel's RST checked, tear-down. Through the
 * engine with its trace, at several parallelisms, beside a loop that does the same by hand without engine, spec or trace.
 * The contestants take turns, so that a noisy neighbour hits all of them.
 */
public final class SpecsPerSecond {
    private static final int SPECS = 400;
    private static final int ROUNDS = 7;

    private SpecsPerSecond() {}

    /** A way to run so many exchanges. */
    interface Contestant {
        String name();

        void run() throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        int[] parallelisms = {1, 2, 4, 8};
        Path specs = GeneratedSpecs.write(SPECS);
        List<Contestant> contestants = new ArrayList<>();
        Arrays.stream(parallelisms).forEach(n -> contestants.add(new RawLoop(SPECS, n)));
        Arrays.stream(parallelisms).forEach(n -> contestants.add(new EngineRun(specs, SPECS, n)));
        double[][] rates = measure(contestants);
        report(contestants, rates);
    }

    private static double[][] measure(List<Contestant> contestants) throws IOException {
        double[][] rates = new double[contestants.size()][ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                double rate = rate(contestants.get(i));
                if (round >= 0) {
                    rates[i][round] = rate;
                }
            }
        }
        return rates;
    }

    private static double rate(Contestant contestant) throws IOException {
        long began = System.nanoTime();
        contestant.run();
        return SPECS * 1e9 / (System.nanoTime() - began);
    }

    private static void report(List<Contestant> contestants, double[][] rates) {
        System.out.printf(
                Locale.ROOT,
                "%-28s %8s %8s %8s   (a second, %d rounds of %d)%n",
                "",
                "min",
                "median",
                "max",
                ROUNDS,
                SPECS);
        for (int i = 0; i < contestants.size(); i++) {
            double[] sorted = Arrays.stream(rates[i]).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %8.0f %8.0f %8.0f%n",
                    contestants.get(i).name(),
                    sorted[0],
                    sorted[ROUNDS / 2],
                    sorted[ROUNDS - 1]);
        }
    }
}
