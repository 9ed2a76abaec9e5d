package io.packetspec.fate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who caused what. An event names no namespace and no device, and its thread says little: a soft interrupt does what is
 * due on its processor, be it for whom it may. So causes are followed from event to event:
 *
 * <ul>
 *   <li>What happens in a call of a thread, outside of interrupts, that thread's deed caused.
 *   <li>A packet that is queued is its cause's. From then until its processor takes it up nobody else can have its address.
 *   <li>From then until the processor takes up another or ends its round, what happens there in soft interrupts is that
 *       packet's doing.
 * </ul>
 *
 * Anything else (a timer, a packet from elsewhere) belongs to nobody. Not thread-safe.
 */
final class Attribution {
    /** What a cause belongs to: the deed that was the last of its watch when it began. */
    record Cause(Watch watch, int deed) {}

    private record Nest(long packet, Cause cause) {}

    private final Predicate<String> outside;
    private final Map<Integer, Watch> threads = new HashMap<>();
    /** Nobody's packets too: one that is not here at all has not been queued. */
    private final Map<Long, @Nullable Cause> queued = new HashMap<>();

    private final Map<Integer, Nest> nests = new HashMap<>();

    /** @param outside the devices behind which nothing is of interest */
    Attribution(Predicate<String> outside) {
        this.outside = outside;
    }

    void act(int thread, Watch watch) {
        threads.put(thread, watch);
    }

    void rest(int thread) {
        threads.remove(thread);
    }

    /** Nothing is known of what is on its way. */
    void forget() {
        queued.clear();
        nests.clear();
    }

    void forget(Watch watch) {
        threads.values().removeIf(watch::equals);
        queued.values().removeIf(cause -> cause != null && cause.watch() == watch);
        nests.values().removeIf(nest -> nest.cause().watch() == watch);
    }

    void happened(Happening event) {
        switch (event.kind()) {
            case QUEUED -> queued(event);
            case RECEIVED -> received(event);
            case POLLED -> nests.remove(event.processor());
            case ENDED -> ended(event);
        }
    }

    private void queued(Happening event) {
        queued.put(event.packet(), outside.test(event.device()) ? null : cause(event));
    }

    private void received(Happening event) {
        boolean known = queued.containsKey(event.packet());
        Cause cause = queued.remove(event.packet());
        if (event.place() != Happening.Place.SOFT_INTERRUPT) {
            return;
        }
        Nest nest = nests.get(event.processor());
        if (cause != null) {
            nests.put(event.processor(), new Nest(event.packet(), cause));
        } else if (known || nest == null || nest.packet() != event.packet()) {
            // The same one again, not queued in between, comes out of a bridge.
            nests.remove(event.processor());
        }
    }

    private void ended(Happening event) {
        Cause cause = cause(event);
        if (event.fate() != null && cause != null) {
            cause.watch().saw(cause.deed(), event.fate());
        }
        if (event.fate() != null && event.fate().kind() == Fate.Kind.DROP) {
            queued.remove(event.packet());
        }
    }

    private @Nullable Cause cause(Happening event) {
        return switch (event.place()) {
            case INTERRUPT -> null;
            case SOFT_INTERRUPT -> {
                Nest nest = nests.get(event.processor());
                yield nest == null ? null : nest.cause();
            }
            case CALL -> {
                Watch watch = threads.get(event.thread());
                yield watch == null ? null : new Cause(watch, watch.deed());
            }
        };
    }
}
