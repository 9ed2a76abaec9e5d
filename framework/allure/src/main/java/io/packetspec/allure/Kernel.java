package io.packetspec.allure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The running kernel: the release as uname(2) tells it. */
record Kernel(String release) {
    static Kernel running() {
        try {
            return new Kernel(
                    Files.readString(Path.of("/proc/sys/kernel/osrelease")).trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Version and patch level, such as 6.18: what a test's history is kept apart by, so that it survives an update. */
    String series() {
        String[] parts = release.split("[.-]", 3);
        return parts.length < 2 ? release : parts[0] + "." + parts[1];
    }
}
