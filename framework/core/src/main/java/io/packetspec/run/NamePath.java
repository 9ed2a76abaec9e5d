package io.packetspec.run;

import java.util.Map;
import java.util.Optional;

/** A dotted path through maps of names. */
final class NamePath {
    private NamePath() {}

    static Optional<Object> in(Map<?, ?> names, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(names.get(path));
        }
        return names.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? in(inner, path.substring(dot + 1))
                : Optional.empty();
    }
}
