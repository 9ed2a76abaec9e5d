package io.packetspec.spec;

import java.time.Duration;

/** From one time to another, both included. */
public record TimeRange(Duration from, Duration to) {
    public TimeRange {
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("a range ends before it begins");
        }
    }

    public boolean holds(Duration time) {
        return time.compareTo(from) >= 0 && time.compareTo(to) <= 0;
    }
}
