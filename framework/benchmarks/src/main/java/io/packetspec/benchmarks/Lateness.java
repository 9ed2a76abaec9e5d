package io.packetspec.benchmarks;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * How late a script puts a packet on a wire that is planned for 1 or 10 ms after a call, and beside it how late a sleep of
 * that time ends, on the machine as it is and with as many busy processes as it has processors, times four.
 */
final class Lateness implements Benchmark {
    private static final int WAITS = 100;
    private static final int BUSY = 4;
    private static final Rounds ROUNDS = new Rounds(1, 10);

    @Override
    public String name() {
        return "lateness";
    }

    @Override
    public String title() {
        return "milliseconds late, " + ROUNDS.counted() * WAITS + " waits each";
    }

    @Override
    public Table run() throws Exception {
        Rounds.Contestants<List<Double>> contestants = new Rounds.Contestants<>();
        for (int millis : new int[] {1, 10}) {
            Waits waits = Waits.of(millis, WAITS);
            both(contestants, "sleep of " + millis + " ms", waits::slept);
            both(contestants, "script, packet after " + millis + " ms", waits::scripted);
        }
        Table table = new Table("", "p50", "p99", "max");
        ROUNDS.of(contestants).forEach((name, rounds) -> {
            Sample sample = Sample.of(rounds.stream().flatMap(List::stream).toList());
            table.row(name, "%.3f", sample.median(), sample.below(0.99), sample.max());
        });
        return table;
    }

    private static void both(
            Rounds.Contestants<List<Double>> contestants, String name, Callable<List<Double>> contestant) {
        contestants.and(name + ", idle", contestant).and(name + ", busy", () -> BusyMachine.during(BUSY, contestant));
    }
}
