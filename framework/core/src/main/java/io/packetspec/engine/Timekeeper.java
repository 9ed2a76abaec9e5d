package io.packetspec.engine;

import io.packetspec.run.report.Report;
import io.packetspec.trace.Trace;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps how long every spec took, for the order of the next run. */
final class Timekeeper implements SpecListener {
    private final DurationsFile file;
    private final PrintStream out;
    private final Map<String, Durations.Taken> taken = new ConcurrentHashMap<>();

    Timekeeper(DurationsFile file, PrintStream out) {
        this.file = file;
        this.out = out;
    }

    @Override
    public void skipped(Subject subject, String reason) {
        keep(subject, Duration.ZERO);
    }

    /** Of the last run: those before were disturbed. */
    @Override
    public void finished(Subject subject, Report report) {
        Trace trace = report.last().trace();
        keep(subject, Duration.ofNanos(trace.ended() - trace.began()));
    }

    private void keep(Subject subject, Duration time) {
        taken.put(Durations.key(subject.id()), new Durations.Taken(Instant.now(), time));
    }

    @Override
    public void ended() {
        if (taken.isEmpty()) {
            return;
        }
        try {
            file.add(taken);
        } catch (IOException e) {
            out.println(
                    "How long the specs took cannot be kept for the next run (" + Configuration.DURATIONS + "): " + e);
        }
    }
}
