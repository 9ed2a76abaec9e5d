package io.packetspec.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What /proc/self/status says of this JVM, as its main thread is: a thread may have fewer capabilities. */
public final class ProcessStatus {
    private ProcessStatus() {}

    /** Whether capability number {@code capability} is in the effective set. */
    public static boolean hasCapability(long capability) {
        return (Long.parseUnsignedLong(field("CapEff"), 16) >>> capability & 1) != 0;
    }

    static int effectiveUser() {
        return Integer.parseUnsignedInt(field("Uid").split("\\s+")[1]);
    }

    static boolean isFiltered() {
        return field("Seccomp").equals("2");
    }

    private static String field(String name) {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
