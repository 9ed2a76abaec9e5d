package io.packetspec.spec;

import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param directory in which it runs; empty: that of the JVM
 * @param environment more than what the JVM has
 */
public record Surroundings(String directory, Map<String, String> environment) {
    public static final Surroundings NONE = new Surroundings("", Map.of());

    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
