package io.packetspec.abi;

import java.util.List;
import java.util.Optional;

/** A socket option: its level, its number, and the type of its value. */
public record SocketOption(String name, int level, int number, Type type) {
    public enum Type {
        INT,
        /** Microseconds in the model, {@code struct timeval} at the call. */
        TIMEVAL,
        /** {@code struct linger}; written as {@code {on, seconds}}. */
        LINGER,
        /** An interface or algorithm name. */
        TEXT,
        OCTETS
    }

    public static Optional<SocketOption> named(String name) {
        throw new IllegalStateException("skeleton");
    }

    public static List<String> names() {
        throw new IllegalStateException("skeleton");
    }
}
