package io.packetspec.fate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
 *
 * @param <D> a deed
 */
final class Attribution<D> {
    private record Nest<D>(long packet, D deed) {}

    private final Predicate<String> outside;
    private final BiConsumer<D, Fate> witness;
    private final Map<Integer, Supplier<D>> threads = new HashMap<>();
    /** Nobody's packets too: one that is not here at all has not been queued. */
    private final Map<Long, @Nullable D> queued = new HashMap<>();

    private final Map<Integer, Nest<D>> nests = new HashMap<>();

    /**
     * @param outside the devices behind which nothing is of interest
     * @param witness told of every fate that belongs to a deed
     */
    Attribution(Predicate<String> outside, BiConsumer<D, Fate> witness) {
        this.outside = outside;
        this.witness = witness;
    }

    /** What the thread does in calls, it does for this deed, as it is then. */
    void act(int thread, Supplier<D> deed) {
        threads.put(thread, deed);
    }

    void rest(int thread) {
        threads.remove(thread);
    }

    /** Nothing is known of what is on its way. */
    void forget() {
        queued.clear();
        nests.clear();
    }

    void happened(Happening event) {
        switch (event.kind()) {
            case QUEUED -> queued.put(event.packet(), outside.test(event.device()) ? null : deed(event));
            case RECEIVED -> received(event);
            case POLLED -> nests.remove(event.processor());
            case ENDED -> ended(event);
        }
    }

    private void received(Happening event) {
        boolean known = queued.containsKey(event.packet());
        D deed = queued.remove(event.packet());
        if (event.place() != Happening.Place.SOFT_INTERRUPT) {
            return;
        }
        Nest<D> nest = nests.get(event.processor());
        if (deed != null) {
            nests.put(event.processor(), new Nest<>(event.packet(), deed));
        } else if (known || nest == null || nest.packet() != event.packet()) {
            // The same one again, not queued in between, comes out of a bridge.
            nests.remove(event.processor());
        }
    }

    private void ended(Happening event) {
        Fate fate = event.fate();
        D deed = deed(event);
        if (fate != null && deed != null) {
            witness.accept(deed, fate);
        }
        if (fate != null && fate.kind() == Fate.Kind.DROP) {
            queued.remove(event.packet());
        }
    }

    private @Nullable D deed(Happening event) {
        return switch (event.place()) {
            case INTERRUPT -> null;
            case SOFT_INTERRUPT -> {
                Nest<D> nest = nests.get(event.processor());
                yield nest == null ? null : nest.deed();
            }
            case CALL -> {
                Supplier<D> deed = threads.get(event.thread());
                yield deed == null ? null : deed.get();
            }
        };
    }
}
