package io.packetspec.run;

import io.packetspec.lab.Vicinity;
import io.packetspec.lab.Wire;
import io.packetspec.packet.Octets;
import io.packetspec.run.frame.Barrier;
import io.packetspec.run.frame.Captured;
import io.packetspec.run.time.Doing;
import io.packetspec.run.time.Lateness;
import io.packetspec.trace.Event;
import io.packetspec.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A spec's end of a wire: what it put there, what came, and how much of that its steps have consumed. */
final class Tap {
    private final Wire wire;
    private final Trace trace;
    private final Lateness lateness;
    private final Witness witness;
    private final List<Captured> frames = new ArrayList<>();
    private int consumed;

    Tap(Wire wire, Trace trace, Lateness lateness, Witness witness) {
        this.wire = wire;
        this.trace = trace;
        this.lateness = lateness;
        this.witness = witness;
    }

    String name() {
        return wire.name();
    }

    /** Puts a frame on the wire. */
    Doing inject(Octets frame) {
        byte[] octets = frame.toArray();
        Doing doing = witness.ofDeed(() -> put(octets));
        lateness.done();
        trace.add(new Event.Frame(doing.began(), name(), true, frame, wire.isLayer3()));
        return doing;
    }

    private Doing put(byte[] octets) {
        long began = Trace.now();
        wire.inject(octets);
        return new Doing(began, Trace.now());
    }

    /** Puts a frame of the harness's own on the wire, one that no report shows. */
    boolean mark(Octets frame, long deadline) {
        return wire.mark(frame.toArray(), deadline);
    }

    /** Who is on the network of this wire. */
    Vicinity vicinity() {
        return wire.vicinity();
    }

    /** The next unconsumed frame, waiting until this {@link System#nanoTime()}; null if none came. */
    @Nullable
    Captured next(long deadline) {
        if (consumed == frames.size() && !read(deadline)) {
            return null;
        }
        return frames.get(consumed++);
    }

    /** Reads frames until the marker comes back; false if it did not until this {@link System#nanoTime()}. */
    boolean readUntil(Predicate<Octets> marker, long deadline) {
        Wire.Frame frame;
        while ((frame = wire.next(deadline)) != null) {
            Octets octets = Octets.of(frame.octets());
            if (marker.test(octets)) {
                return true;
            }
            keep(frame, octets);
        }
        return false;
    }

    private boolean read(long deadline) {
        int before = frames.size();
        while (frames.size() == before) {
            Wire.Frame frame = wire.next(deadline);
            if (frame == null) {
                lateness.planned(deadline);
                return false;
            }
            keep(frame, Octets.of(frame.octets()));
        }
        return true;
    }

    private void keep(Wire.Frame frame, Octets octets) {
        if (wire.isLayer3() || !Barrier.isOurs(octets)) {
            frames.add(Captured.frame(frame.time(), octets, wire.isLayer3(), frame.unfinished()));
            trace.add(new Event.Frame(frame.time(), name(), false, octets, wire.isLayer3()));
        }
    }

    /** How many frames the capture had no room for. */
    long lost() {
        return wire.lost();
    }

    List<Captured> unconsumed() {
        return List.copyOf(frames.subList(consumed, frames.size()));
    }

    void consumeAll() {
        consumed = frames.size();
    }

    /** How many frames were consumed, to go back to with {@link #rewind}. */
    int position() {
        return consumed;
    }

    void rewind(int position) {
        consumed = position;
    }
}
