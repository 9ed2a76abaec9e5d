package io.packetspec.abi;

import java.util.List;
import java.util.Optional;

/** An error number of Linux with its name, errno(3). */
public record Errno(int number, String name) {

    /** The named errno, or one that is called by its number where Linux has no name for it. */
    public static Errno of(int number) {
        throw new IllegalStateException("skeleton");
    }

    public static Optional<Errno> named(String name) {
        throw new IllegalStateException("skeleton");
    }

    public static List<String> names() {
        throw new IllegalStateException("skeleton");
    }

    @Override
    public String toString() {
        return name;
    }
}
