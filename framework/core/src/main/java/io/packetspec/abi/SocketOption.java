package io.packetspec.abi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A socket option: its level, its number, and how its value lies in memory.
 *
 * @param layout of the value as it is set
 * @param answer the layout of the value that getsockopt answers
 */
public record SocketOption(String name, int level, int number, Layout layout, Layout answer) {
    private static final Map<String, SocketOption> OPTIONS = new LinkedHashMap<>();

    static {
        Table.rows("socket-option.table").stream().map(SocketOption::of).forEach(o -> OPTIONS.put(o.name, o));
    }

    public SocketOption(String name, int level, int number, Layout layout) {
        this(name, level, number, layout, layout);
    }

    private static SocketOption of(List<String> row) {
        return new SocketOption(
                row.get(0),
                Integer.parseInt(row.get(1)),
                Integer.parseInt(row.get(2)),
                Layout.of(row.get(3)),
                Layout.of(row.get(row.size() - 1)));
    }

    public static Optional<SocketOption> named(String name) {
        return Optional.ofNullable(OPTIONS.get(name));
    }

    public static List<String> names() {
        return List.copyOf(OPTIONS.keySet());
    }
}
