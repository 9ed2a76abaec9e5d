package io.packetspec.fate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Watches what becomes of the packets of one run of a spec, whatever else the machine does. It sees what is caused by its
 * deeds: calls that threads make while they {@link #act}, and all that follows from these; not what a timer does, nor
 * another process.
 */
public final class Watch implements AutoCloseable {
    private final Fates fates;
    private final List<Fate> seen = new ArrayList<>();
    private int deed;
    private long lost;

    Watch(Fates fates) {
        this.fates = fates;
    }

    /** A new deed begins: what was seen so far was of those before. */
    public void begin() {
        fates.locked(() -> {
            fates.drain();
            deed++;
            seen.clear();
            lost = 0;
        });
    }

    /** Does something on the calling thread for the deed that began last. */
    public <T> T act(Callable<T> deed) throws Exception {
        int thread = fates.enter(this);
        try {
            return deed.call();
        } finally {
            fates.leave(thread);
        }
    }

    /** What became of the packets of the deed that began last. */
    public List<Fate> seen(Fate.Kind kind) {
        return fates.locked(() -> {
            fates.drain();
            return seen.stream().filter(fate -> fate.kind() == kind).toList();
        });
    }

    /** How many events of the machine were lost since that deed began, any of which may have been one of its own. */
    public long lost() {
        return fates.locked(() -> lost);
    }

    @Override
    public void close() {
        fates.close(this);
    }

    int deed() {
        return deed;
    }

    void saw(int ofDeed, Fate fate) {
        if (ofDeed == deed) {
            seen.add(fate);
        }
    }

    void lost(long events) {
        lost += events;
    }
}
