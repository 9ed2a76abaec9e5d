package io.packetspec.abi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final Map<String, SocketOption> OPTIONS = new LinkedHashMap<>();

    static {
        Table.rows("socket-option.table").stream().map(SocketOption::of).forEach(o -> OPTIONS.put(o.name, o));
    }

    private static SocketOption of(List<String> row) {
        return new SocketOption(
                row.get(0), Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2)), Type.valueOf(row.get(3)));
    }

    public static Optional<SocketOption> named(String name) {
        return Optional.ofNullable(OPTIONS.get(name));
    }

    public static List<String> names() {
        return List.copyOf(OPTIONS.keySet());
    }
}
