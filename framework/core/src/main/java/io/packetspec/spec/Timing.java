package io.packetspec.spec;

import java.time.Duration;

/**
 * When a step of a script happens.
 *
 * @param relative to the step before; else since the script began
 * @param to not before {@code from}; the same for a moment
 * @param any whenever it happens
 */
public record Timing(boolean relative, Duration from, Duration to, boolean any, Tolerance tolerance) {
    /** Whether nothing passes before it: neither since the step before, nor since the script began. */
    boolean isAtOnce() {
        return !any && to.isZero();
    }

    /**
     * How far from its time something may happen.
     *
     * @param least in any case
     * @param part of the time since the step before, if that is more
     */
    public record Tolerance(Duration least, double part) {
        public Duration after(Duration since) {
            Duration relative = Duration.ofNanos((long) (since.toNanos() * part));
            return relative.compareTo(least) > 0 ? relative : least;
        }
    }
}
