package io.packetspec.abi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Named numbers that only packetdrill's scripts know, beside {@link Constants}. */
public final class ScriptConstants {
    private static final Map<String, Long> VALUES = new HashMap<>();

    static {
        Table.rows("script-constant.table").forEach(row -> VALUES.put(row.get(0), Long.valueOf(row.get(1))));
    }

    private ScriptConstants() {}

    public static Optional<Long> value(String name) {
        return Optional.ofNullable(VALUES.get(name));
    }
}
