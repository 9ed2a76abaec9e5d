package io.packetspec.engine;

import io.packetspec.trace.Event;
import io.packetspec.trace.Trace;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the time of a run went, in nanoseconds from the moment its lab was ready: to its steps, each without the steps
 * inside it, all turns of a step together.
 *
 * @param total what no step took is mostly the proof of silence at the end
 */
record StepTimes(long total, Map<Place, Long> steps) {
    /** A step as it was written. */
    record Place(int line, String text) {}

    /** {@link #total} alone. */
    static long total(Trace trace) {
        return trace.ended() - trace.began();
    }

    static StepTimes of(Trace trace) {
        List<Event.Step> steps = trace.events().stream()
                .filter(Event.Step.class::isInstance)
                .map(Event.Step.class::cast)
                // The outer step first.
                .sorted(Comparator.comparingLong(Event.Step::time)
                        .thenComparing(
                                Comparator.comparingLong(Event.Step::ended).reversed()))
                .toList();
        return new StepTimes(total(trace), own(steps));
    }

    private static Map<Place, Long> own(List<Event.Step> steps) {
        Map<Place, Long> own = new LinkedHashMap<>();
        Deque<Event.Step> around = new ArrayDeque<>();
        for (Event.Step step : steps) {
            while (!around.isEmpty() && around.peek().ended() <= step.time()) {
                around.pop();
            }
            long duration = step.ended() - step.time();
            if (!around.isEmpty()) {
                own.merge(place(around.peek()), -duration, Long::sum);
            }
            own.merge(place(step), duration, Long::sum);
            around.push(step);
        }
        return own;
    }

    private static Place place(Event.Step step) {
        return new Place(step.at().line(), step.text());
    }

    /** Of two runs of the same spec. */
    StepTimes and(StepTimes other) {
        Map<Place, Long> both = new HashMap<>(steps);
        other.steps.forEach((place, time) -> both.merge(place, time, Long::sum));
        return new StepTimes(total + other.total, both);
    }
}
