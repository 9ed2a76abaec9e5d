package io.packetspec.spec.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All keys of a mapping.
 *
 * @param owner of the keys in words: {@code a route}
 */
record Keys(String owner, List<Key> keys) {
    static Keys of(String owner, Key... keys) {
        return new Keys(owner, List.of(keys));
    }

    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    boolean requires(String name) {
        return keys.stream().anyMatch(key -> key.required() && key.name().equals(name));
    }

    Shape shape() {
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.forEach(key -> properties.put(
                key.name(), key.shape().orExpression().described(key.meaning()).schema()));
        List<String> required =
                keys.stream().filter(Key::required).map(Key::name).toList();
        Shape mapping = Shape.of("type", "object", "properties", properties, "additionalProperties", false);
        return required.isEmpty() ? mapping : mapping.and("required", required);
    }
}
