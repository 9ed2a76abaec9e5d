package io.packetspec.spec.yaml;

import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;

/** Writes JSON of Maps, Collections, Strings, Longs and Booleans, in the order that they have. */
final class Json {
    private static final int WIDTH = 100;

    private Json() {}

    static String of(Object value) {
        return write(value, "") + "\n";
    }

    private static String write(Object value, String indent) {
        String line = line(value);
        if (line.length() + indent.length() <= WIDTH || !isNested(value)) {
            return line;
        }
        String deeper = indent + "  ";
        if (value instanceof Map<?, ?> map) {
            StringJoiner entries = new StringJoiner(",\n" + deeper, "{\n" + deeper, "\n" + indent + "}");
            map.forEach((key, entry) -> entries.add(text(key.toString()) + ": " + write(entry, deeper)));
            return entries.toString();
        }
        StringJoiner items = new StringJoiner(",\n" + deeper, "[\n" + deeper, "\n" + indent + "]");
        ((Collection<?>) value).forEach(item -> items.add(write(item, deeper)));
        return items.toString();
    }

    private static boolean isNested(Object value) {
        return value instanceof Map
                || value instanceof Collection<?> list && list.stream().anyMatch(item -> !(item instanceof String));
    }

    private static String line(Object value) {
        if (value instanceof Map<?, ?> map) {
            StringJoiner entries = new StringJoiner(", ", "{", "}");
            map.forEach((key, entry) -> entries.add(text(key.toString()) + ": " + line(entry)));
            return entries.toString();
        }
        if (value instanceof Collection<?> list) {
            StringJoiner items = new StringJoiner(", ", "[", "]");
            list.forEach(item -> items.add(line(item)));
            return items.toString();
        }
        return value instanceof String text ? text(text) : value.toString();
    }

    static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
