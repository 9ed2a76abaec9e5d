package io.packetspec.engine;

import io.packetspec.run.report.Attempt;
import io.packetspec.run.report.Report;
import io.packetspec.spec.At;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

/** Tells at the end of a run which specs took longest, and what they waited for. Of a few specs, or fast ones, nothing. */
final class SlowestSpecs implements SpecListener {
    private static final long WORTH_TELLING = 100_000_000;
    private static final int STEPS = 3;
    private static final int SHARE = 10;
    private static final int WIDTH = 60;

    private record Timed(Subject subject, StepTimes times, int runs) {}

    private final int number;
    private final PrintStream out;
    private final PriorityQueue<Timed> slowest =
            new PriorityQueue<>(Comparator.comparingLong(timed -> timed.times().total()));
    private int specs;

    /** @param number of specs to tell at most */
    SlowestSpecs(int number, PrintStream out) {
        this.number = number;
        this.out = out;
    }

    @Override
    public synchronized void finished(Subject subject, Report report) {
        specs++;
        long total = report.attempts().stream()
                .map(Attempt::trace)
                .mapToLong(StepTimes::total)
                .sum();
        if (total >= WORTH_TELLING) {
            StepTimes times = report.attempts().stream()
                    .map(Attempt::trace)
                    .map(StepTimes::of)
                    .reduce(StepTimes::and)
                    .orElseThrow();
            slowest.add(new Timed(subject, times, report.attempts().size()));
        }
        if (slowest.size() > number) {
            slowest.poll();
        }
    }

    @Override
    public synchronized void ended() {
        if (specs > number && !slowest.isEmpty()) {
            out.println("Of " + specs + " specs the slowest, and what they waited for:\n"
                    + slowest.stream()
                            .sorted(slowest.comparator().reversed())
                            .map(SlowestSpecs::line)
                            .collect(Collectors.joining("\n")));
        }
    }

    private static String line(Timed timed) {
        At at = timed.subject().spec().at();
        String waits = waits(timed.times()).stream()
                .map(step -> seconds(step.getValue()) + " in line "
                        + step.getKey().line() + ": " + cut(step.getKey().text()))
                .collect(Collectors.joining("; "));
        return seconds(timed.times().total()) + "  " + at.file() + ":" + at.line() + " \""
                + timed.subject().variant().title() + "\"" + (timed.runs() > 1 ? " (run twice)" : "") + "  " + waits;
    }

    /** The longest steps, if they are a tenth of the spec. */
    private static List<Map.Entry<StepTimes.Place, Long>> waits(StepTimes times) {
        return times.steps().entrySet().stream()
                .filter(step -> step.getValue() >= times.total() / SHARE)
                .sorted(Map.Entry.<StepTimes.Place, Long>comparingByValue().reversed())
                .limit(STEPS)
                .toList();
    }

    private static String cut(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1).stripTrailing() + "…";
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
    }
}
