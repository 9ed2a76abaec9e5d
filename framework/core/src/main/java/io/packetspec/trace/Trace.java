package io.packetspec.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The append-only log of one run. Several threads may write; views are taken after, or between. */
public final class Trace {
    private volatile long began = now();
    private final List<Event> events = new ArrayList<>();

    /** Nanoseconds of CLOCK_REALTIME, the clock of the kernel's receive stamps. */
    public static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    public synchronized void add(Event event) {
        events.add(event);
    }

    /** The spec's own time starts now: what came before was set-up. */
    public void begin() {
        began = now();
    }

    public long began() {
        return began;
    }

    /** When the last of all that happened was over. */
    public synchronized long ended() {
        return events.stream().mapToLong(Event::ended).max().orElse(began);
    }

    /** All events in the order of their times. */
    public synchronized List<Event> events() {
        return events.stream().sorted(Comparator.comparingLong(Event::time)).toList();
    }

    /** The frames of a wire in the order of their times: a frame's number is its place here, from 1. */
    public List<Event.Frame> frames(String wire) {
        return events().stream()
                .filter(Event.Frame.class::isInstance)
                .map(Event.Frame.class::cast)
                .filter(frame -> frame.wire().equals(wire))
                .toList();
    }

    /** The wires on which there was a frame, by name. */
    public List<String> wires() {
        return events().stream()
                .filter(Event.Frame.class::isInstance)
                .map(event -> ((Event.Frame) event).wire())
                .distinct()
                .sorted()
                .toList();
    }
}
