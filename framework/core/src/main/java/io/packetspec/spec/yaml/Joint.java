package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several values by their names as one. */
final class Joint {
    private Joint() {}

    /** Known when all of them are. */
    static <T> Value<Map<String, T>> of(At at, Map<String, Value<T>> values) {
        List<String> names = List.copyOf(values.keySet());
        return Value.all(at, List.copyOf(values.values())).map(known -> {
            Map<String, T> joint = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                joint.put(names.get(i), known.get(i));
            }
            return joint;
        });
    }
}
