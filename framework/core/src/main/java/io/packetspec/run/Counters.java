package io.packetspec.run;

import io.packetspec.spec.At;
import io.packetspec.spec.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The counters of a lab's hosts, as a spec changes them. What a marker changes where a host counts it is measured before
 * the spec begins, when nothing else is on its way, and taken off: kernels differ in which counters that are.
 */
final class Counters {
    private final Bench bench;
    private final BiFunction<String, At, Map<String, Long>> reader;
    private final Map<String, Map<String, Long>> perMarker = new HashMap<>();
    private final Map<String, Map<String, Long>> atBegin = new HashMap<>();

    /** @param reader of the counters of a host, for a step at a place */
    Counters(Bench bench, BiFunction<String, At, Map<String, Long>> reader) {
        this.bench = bench;
        this.reader = reader;
    }

    /** Reads the counters that a step will compare with. */
    void begin() {
        counted(bench.variant().steps()).forEach(step -> {
            if (!atBegin.containsKey(step.host())) {
                perMarker.put(step.host(), perMarker(step));
                atBegin.put(step.host(), read(step));
            }
        });
    }

    private static Stream<Step.Counters> counted(List<Step> steps) {
        return steps.stream()
                .flatMap(Step::all)
                .filter(Step.Counters.class::isInstance)
                .map(Step.Counters.class::cast);
    }

    void check(Step.Counters step) {
        Map<String, Long> before = atBegin.getOrDefault(step.host(), Map.of());
        new CounterCheck(step, before, read(step)).check(bench.scope().names());
    }

    private Map<String, Long> perMarker(Step.Counters step) {
        return bench.taps().values().stream()
                .filter(tap -> bench.network().hostOn(tap.name()).name().equals(step.host()))
                .filter(bench.markers()::isCounted)
                .findFirst()
                .map(tap -> changes(step, () -> bench.markers().pass(tap)))
                .orElse(Map.of());
    }

    private Map<String, Long> changes(Step.Counters step, Runnable cause) {
        Map<String, Long> before = reader.apply(step.host(), step.at());
        cause.run();
        Map<String, Long> changes = new HashMap<>(reader.apply(step.host(), step.at()));
        changes.replaceAll((name, value) -> value - before.getOrDefault(name, 0L));
        changes.values().removeIf(change -> change == 0);
        return changes;
    }

    /** The counters as they would be without markers. */
    private Map<String, Long> read(Step.Counters step) {
        Map<String, Long> counters = new HashMap<>(reader.apply(step.host(), step.at()));
        int markers = bench.markers().counted(step.host());
        perMarker
                .getOrDefault(step.host(), Map.of())
                .forEach((name, change) -> counters.merge(name, -change * markers, Long::sum));
        return counters;
    }
}
