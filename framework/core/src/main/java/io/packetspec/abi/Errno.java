package io.packetspec.abi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An error number of Linux with its name, errno(3). */
public record Errno(int number, String name) {
    private static final Map<String, Integer> NUMBERS = new LinkedHashMap<>();
    private static final Map<Integer, Errno> ERRNOS = new LinkedHashMap<>();

    static {
        for (List<String> row : Table.rows("errno.table")) {
            int number = Integer.parseInt(row.get(1));
            NUMBERS.put(row.get(0), number);
            ERRNOS.putIfAbsent(number, new Errno(number, row.get(0)));
        }
    }

    /** The named errno, or one that is called by its number where Linux has no name for it. */
    public static Errno of(int number) {
        Errno known = ERRNOS.get(number);
        return known != null ? known : new Errno(number, Integer.toString(number));
    }

    /** The errno of this name; an alias such as EWOULDBLOCK answers the errno it stands for. */
    public static Optional<Errno> named(String name) {
        return Optional.ofNullable(NUMBERS.get(name)).map(Errno::of);
    }

    public static List<String> names() {
        return List.copyOf(NUMBERS.keySet());
    }

    @Override
    public String toString() {
        return name;
    }
}
