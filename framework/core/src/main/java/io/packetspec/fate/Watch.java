package io.packetspec.fate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Watches what becomes of the packets of one run of a spec, whatever else the machine does. It sees what is caused by its
 * deeds: calls that threads make while they {@link #act}, and all that follows from these; not what a timer does, nor
 * another process.
 */
public final class Watch implements AutoCloseable {
    /** What the spec did to the kernel, and what came of it; guarded by the tracepoints' lock. */
    static final class Deed {
        private final List<Fate> fates = new ArrayList<>();
        private long lost;

        void ended(Fate fate) {
            fates.add(fate);
        }

        void lost(long events) {
            lost += events;
        }
    }

    private final Fates fates;
    private final Set<Integer> threads = new HashSet<>();
    private Deed deed = new Deed();

    Watch(Fates fates) {
        this.fates = fates;
    }

    /** A new deed begins: what follows from those before is of no interest any more. */
    public void begin() {
        fates.current(() -> deed = new Deed());
    }

    /** Does a part of the deed that is the last at that time, on the calling thread. */
    public <T> T act(Callable<T> part) throws Exception {
        int thread = fates.enter(this);
        try {
            return part.call();
        } finally {
            fates.leave(this, thread);
        }
    }

    /** What became of the packets of the last deed. */
    public List<Fate> seen(Fate.Kind kind) {
        return fates.current(
                () -> deed.fates.stream().filter(fate -> fate.kind() == kind).toList());
    }

    /** How many events of the machine were lost since that deed began, any of which may have been one of its own. */
    public long lost() {
        return fates.current(() -> deed.lost);
    }

    @Override
    public void close() {
        fates.close(this);
    }

    Deed deed() {
        return deed;
    }

    Set<Integer> threads() {
        return threads;
    }
}
