package io.packetspec.spec;

import java.util.Map;

/** What the commands of fcntl(2) differ in. */
public final class Fcntl {
    private static final long F_DUPFD = 0;
    private static final long F_DUPFD_CLOEXEC = 1030;
    private static final long F_GETFD = 1;
    private static final long F_GETFL = 3;
    private static final long UNKNOWN = -1;

    private Fcntl() {}

    /** The prefix of the constants that the call returns, joined; empty where it returns a plain number. */
    public static String returned(Map<String, Object> arguments) {
        long command = command(arguments);
        return command == F_GETFL ? "O_" : command == F_GETFD ? "FD_" : "";
    }

    static boolean duplicates(Map<String, Object> arguments) {
        long command = command(arguments);
        return command == F_DUPFD || command == F_DUPFD_CLOEXEC;
    }

    private static long command(Map<String, Object> arguments) {
        return arguments.get("cmd") instanceof Value.Literal<?> known && known.value() instanceof Long command
                ? command
                : UNKNOWN;
    }
}
