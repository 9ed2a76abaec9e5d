package io.packetspec.abi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Named numbers of the socket interface: {@code AF_INET}, {@code SOCK_RAW}, {@code MSG_DONTWAIT} and their kin. */
public final class Constants {
    private static final Map<String, Long> VALUES = new LinkedHashMap<>();

    static {
        Table.rows("constant.table").forEach(row -> VALUES.put(row.get(0), Long.valueOf(row.get(1))));
    }

    private Constants() {}

    public static Optional<Long> value(String name) {
        return Optional.ofNullable(VALUES.get(name));
    }

    /** The names that start with this prefix, such as {@code MSG_}. */
    public static List<String> names(String prefix) {
        return VALUES.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    /** The names with this prefix of the single bits of the value, joined by {@code |}; what has no name as a number. */
    public static String flags(String prefix, long value) {
        List<String> names = new ArrayList<>();
        long rest = value;
        for (String name : names(prefix)) {
            long bit = VALUES.getOrDefault(name, 0L);
            boolean other = name.startsWith("_", prefix.length());
            if (!other && Long.bitCount(bit) == 1 && (rest & bit) != 0) {
                names.add(name);
                rest &= ~bit;
            }
        }
        if (rest != 0 || names.isEmpty()) {
            names.add(Long.toString(rest));
        }
        return String.join("|", names);
    }

    /** The name with this prefix and value, or the number itself. */
    public static String name(String prefix, long value) {
        return names(prefix).stream()
                .filter(name -> VALUES.get(name) == value)
                .findFirst()
                .orElseGet(() -> Long.toString(value));
    }
}
