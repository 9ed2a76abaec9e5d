package io.packetspec.abi;

import java.util.List;
import java.util.Optional;

/** Named numbers of the socket interface: {@code AF_INET}, {@code SOCK_RAW}, {@code MSG_DONTWAIT} and their kin. */
public final class Constants {
    private Constants() {}

    public static Optional<Long> value(String name) {
        throw new IllegalStateException("skeleton");
    }

    /** The names that start with this prefix, such as {@code MSG_}. */
    public static List<String> names(String prefix) {
        throw new IllegalStateException("skeleton");
    }

    /** The name with this prefix and value, or the number itself. */
    public static String name(String prefix, long value) {
        throw new IllegalStateException("skeleton");
    }
}
