package io.packetspec.spec;

import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param directory in which it runs; empty: that of the JVM
 * @param environment more than what the JVM has
 * @param timed whether others wait for a time meanwhile
 */
public record Surroundings(String directory, Map<String, String> environment, boolean timed) {
    public static final Surroundings NONE = new Surroundings("", Map.of(), false);

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** The same where others wait for a time. */
    public Surroundings inTime() {
        return new Surroundings(directory, environment, true);
    }
}
