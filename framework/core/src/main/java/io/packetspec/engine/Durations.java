package io.packetspec.engine;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.junit.platform.engine.UniqueId;

/**
 * How long specs took when they were run last. As text a line a spec: when that was, seconds, the spec. The latest line
 * of a spec counts, so that texts of several runs can be put one behind the other.
 *
 * @param problem what is wrong with the text that this was read from; the rest of it counts
 */
record Durations(Map<String, Taken> specs, Optional<String> problem) {
    static final Durations NONE = new Durations(Map.of(), Optional.empty());

    private static final String REMARK = "#";
    private static final String ABOUT =
            REMARK + " How long specs took when they were run last: when, seconds, the spec."
                    + " Files of several runs are put together with cat.";
    private static final BinaryOperator<Taken> LATEST = (one, other) -> one.at().isAfter(other.at()) ? one : other;
    /** A spec that was not run for so long is gone, or has another name. */
    private static final Duration KEPT = Duration.ofDays(90);
    /** So many of those that a run has not run: each costs it 20 µs. Files in temporary folders never have the same name. */
    private static final int MOST = 10_000;

    /** What a spec took, and when that was found out. */
    record Taken(Instant at, Duration time) {}

    static Durations parse(String name, List<String> lines) {
        Map<String, Taken> specs = new TreeMap<>();
        List<Integer> wrong = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith(REMARK) && !isAdded(line, specs)) {
                wrong.add(i);
            }
        }
        return new Durations(
                specs,
                wrong.isEmpty() ? Optional.empty() : Optional.of(unreadable(name, wrong.get(0), lines, wrong.size())));
    }

    private static boolean isAdded(String line, Map<String, Taken> specs) {
        String[] parts = line.strip().split("\\s+", 3);
        if (parts.length < 3) {
            return false;
        }
        try {
            long millis = Math.round(Double.parseDouble(parts[1]) * 1000);
            specs.merge(parts[2], new Taken(Instant.parse(parts[0]), Duration.ofMillis(Math.max(0, millis))), LATEST);
            return true;
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    private static String unreadable(String name, int first, List<String> lines, int count) {
        return name + ":" + (first + 1)
                + ": expected when a spec was run, how many seconds it took, and the spec, found \""
                + lines.get(first) + "\"; " + (count == 1 ? "this line is" : count + " such lines are")
                + " passed over, and gone when the run has ended";
    }

    /** What the text calls a spec: its path, name and variant, through whichever selector it was found. */
    static String key(UniqueId id) {
        return id.getSegments().stream()
                .filter(segment -> !List.of("engine", ContainerDescriptor.CLASS, MutantDescriptor.SEGMENT)
                        .contains(segment.getType()))
                .map(UniqueId.Segment::getValue)
                .collect(Collectors.joining(" / "))
                .replaceAll("\\s+", " ");
    }

    Optional<Duration> of(UniqueId id) {
        return Optional.ofNullable(specs.get(key(id))).map(Taken::time);
    }

    /** What a spec takes of which nothing is known. */
    Duration mean() {
        return specs.values().stream()
                .map(Taken::time)
                .reduce(Duration::plus)
                .map(sum -> sum.dividedBy(specs.size()))
                .orElse(Duration.ZERO);
    }

    /** With what a later run has found out, without what is out of date then. */
    Durations and(Map<String, Taken> later) {
        Map<String, Taken> both = new TreeMap<>(specs);
        later.forEach((spec, taken) -> both.merge(spec, taken, LATEST));
        later.values().stream()
                .map(Taken::at)
                .max(Instant::compareTo)
                .ifPresent(now -> both.values().removeIf(taken -> taken.at().isBefore(now.minus(KEPT))));
        both.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().at(), Comparator.reverseOrder()))
                .skip((long) later.size() + MOST)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(both::remove);
        return new Durations(both, Optional.empty());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(ABOUT));
        specs.forEach((spec, taken) -> lines.add(String.format(
                Locale.ROOT,
                "%s %8.3f %s",
                taken.at().truncatedTo(ChronoUnit.SECONDS),
                taken.time().toMillis() / 1e3,
                spec)));
        return lines;
    }
}
