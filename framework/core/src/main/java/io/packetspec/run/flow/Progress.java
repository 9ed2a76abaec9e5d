package io.packetspec.run.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a stream of octets has got.
 *
 * @param next the end of what there is without a hole, relative to where the stream began
 * @param beyond what there is behind holes
 */
record Progress(long next, List<Stretch> beyond) {
    static final Progress NONE = new Progress(0, List.of());

    /** From one number to the one behind its last octet. */
    record Stretch(long from, long to) {}

    Progress {
        beyond = List.copyOf(beyond);
    }

    Progress with(Stretch more) {
        if (more.from() == more.to()) {
            return this;
        }
        if (Sequence.distance(next, more.from()) > 0) {
            List<Stretch> waiting = new ArrayList<>(beyond);
            waiting.add(more);
            return new Progress(next, waiting);
        }
        return Sequence.distance(next, more.to()) > 0 ? new Progress(more.to(), List.of()).withAll(beyond) : this;
    }

    /** What filled a hole may have made others the next. */
    private Progress withAll(List<Stretch> waiting) {
        Progress progress = this;
        for (Stretch stretch : waiting) {
            progress = progress.with(stretch);
        }
        return progress;
    }
}
