package io.packetspec.abi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request of ioctl(2) for sockets: its number, and the type of its argument. */
public record IoctlRequest(String name, long number, Type type) {
    public enum Type {
        /** An int that the kernel fills in. */
        INT,
        /** An int that the caller sets. */
        SET_INT,
        /** {@code struct ifreq} with a name; the kernel fills in an int. */
        IFREQ_INT,
        /** {@code struct ifreq} with a name; the kernel fills in a short of {@code IFF_…}. */
        IFREQ_FLAGS,
        /** {@code struct timespec} that the kernel fills in; nanoseconds in the model. */
        TIMESPEC;

        public boolean isSet() {
            return this == SET_INT;
        }

        /** Whether it is about the interface of a name. */
        public boolean isNamed() {
            return this == IFREQ_INT || this == IFREQ_FLAGS;
        }

        /** The prefix of the constants that a value is written in; empty for a plain number. */
        public String prefix() {
            return this == IFREQ_FLAGS ? "IFF_" : "";
        }
    }

    private static final Map<String, IoctlRequest> REQUESTS = new LinkedHashMap<>();

    static {
        Table.rows("ioctl.table").stream().map(IoctlRequest::of).forEach(r -> REQUESTS.put(r.name, r));
    }

    private static IoctlRequest of(List<String> row) {
        return new IoctlRequest(row.get(0), Long.parseLong(row.get(1)), Type.valueOf(row.get(2)));
    }

    public static Optional<IoctlRequest> named(String name) {
        return Optional.ofNullable(REQUESTS.get(name));
    }

    public static List<String> names() {
        return List.copyOf(REQUESTS.keySet());
    }

    @Override
    public String toString() {
        return name;
    }
}
