package io.packetspec.fate;

import io.packetspec.lab.Wire;
import io.packetspec.linux.PerfEvents;
import io.packetspec.linux.SystemCallException;
import io.packetspec.linux.ThreadId;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tracepoints that tell of fates, opened once in a JVM, silent while nobody watches. */
public final class Fates {
    private static @Nullable Fates only;

    private final Decoder decoder = new Decoder();
    private final PerfEvents events = PerfEvents.open(decoder.ids());
    private final Set<Watch> watches = new LinkedHashSet<>();
    private final Attribution<Watch.Deed> attribution = new Attribution<>(Wire::isFarEnd, Watch.Deed::ended);

    private Fates() {}

    private static synchronized Fates get() {
        Fates opened = only;
        if (opened == null) {
            opened = new Fates();
            only = opened;
        }
        return opened;
    }

    /** To be asked for only where they are readable. */
    public static Watch watch() {
        return get().open();
    }

    /** Why reasons of this kind cannot be seen here; empty if they can. */
    public static Optional<String> unreadable(Fate.Kind kind) {
        try {
            return get().decoder.format(kind).has("reason")
                    ? Optional.empty()
                    : Optional.of("the event " + kind.tracepoint() + " of this kernel gives no reason");
        } catch (SystemCallException | UncheckedIOException | IllegalStateException e) {
            return Optional.of(
                    "tracepoints cannot be read, which takes CAP_PERFMON on the machine itself: " + e.getMessage());
        }
    }

    /** Whether the running kernel has this reason. Only where it can be seen. */
    public static boolean knows(Fate.Kind kind, String reason) {
        return get().decoder
                .format(kind)
                .symbols()
                .getOrDefault("reason", Map.of())
                .containsValue(reason);
    }

    private synchronized Watch open() {
        if (watches.isEmpty()) {
            events.enable();
        }
        Watch watch = new Watch(this);
        watches.add(watch);
        return watch;
    }

    synchronized void close(Watch watch) {
        watches.remove(watch);
        watch.threads().forEach(attribution::rest);
        if (watches.isEmpty()) {
            events.disable();
            events.drain();
            attribution.forget();
        }
    }

    /** What the calling thread does from here on, it does for the watch's deed. */
    synchronized int enter(Watch watch) {
        drain();
        int thread = ThreadId.ofCallingThread();
        if (watches.contains(watch)) {
            watch.threads().add(thread);
            attribution.act(thread, watch::deed);
        }
        return thread;
    }

    synchronized void leave(Watch watch, int thread) {
        drain();
        if (watch.threads().remove(thread)) {
            attribution.rest(thread);
        }
    }

    /** After all that has happened so far. */
    synchronized <T> T current(Supplier<T> question) {
        drain();
        return question.get();
    }

    private void drain() {
        PerfEvents.Drained drained = events.drain();
        if (drained.lost() > 0) {
            watches.forEach(watch -> watch.deed().lost(drained.lost()));
            attribution.forget();
        } else {
            drained.samples().forEach(sample -> attribution.happened(decoder.decode(sample)));
        }
    }
}
