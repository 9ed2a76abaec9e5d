package io.packetspec.run.report;

import java.util.List;

/** All runs of a spec, at least one; only the last counts. */
public record Report(List<Attempt> attempts) {
    public Report {
        attempts = List.copyOf(attempts);
    }

    public Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    public Verdict verdict() {
        return last().verdict();
    }
}
