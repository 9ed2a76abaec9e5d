package io.packetspec.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values by dotted paths such as {@code synack.tcp.seq}. */
final class Paths {
    private Paths() {}

    /** The value at the end of the path, or null if there is none. */
    static @Nullable Object value(Map<String, ?> names, String path) {
        Object value = names;
        for (String name : path.split("\\.")) {
            if (!(value instanceof Map<?, ?> map)) {
                return null;
            }
            value = map.get(name);
        }
        return value;
    }
}
