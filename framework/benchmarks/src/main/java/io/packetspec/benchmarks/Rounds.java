package io.packetspec.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Rounds in which contestants take turns, so that a noisy neighbour hits all of them.
 *
 * @param warmUp how many rounds come before those that count
 */
record Rounds(int warmUp, int counted) {
    /** Who takes part, in this order. */
    static final class Contestants<T> {
        private final Map<String, Callable<T>> named = new LinkedHashMap<>();

        Contestants<T> and(String name, Callable<T> contestant) {
            named.put(name, contestant);
            return this;
        }
    }

    /** What each of them said in each round that counts, by name. */
    <T> Map<String, List<T>> of(Contestants<T> contestants) throws Exception {
        Map<String, List<T>> results = new LinkedHashMap<>();
        for (int round = 0; round < warmUp + counted; round++) {
            for (Map.Entry<String, Callable<T>> contestant : contestants.named.entrySet()) {
                T result = contestant.getValue().call();
                if (round >= warmUp) {
                    results.computeIfAbsent(contestant.getKey(), name -> new ArrayList<>())
                            .add(result);
                }
            }
        }
        return results;
    }

    /** A table of one figure a round. */
    Table table(Contestants<Double> contestants, String format) throws Exception {
        Table table = new Table("", "min", "median", "max");
        of(contestants).forEach((name, figures) -> {
            Sample sample = Sample.of(figures);
            table.row(name, format, sample.min(), sample.median(), sample.max());
        });
        return table;
    }
}
