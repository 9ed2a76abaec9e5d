package io.packetspec.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is gone when the JVM ends. */
record Scratch(Path folder) {
    static Scratch create() throws IOException {
        return new Scratch(deleted(Files.createTempDirectory("packetspec")));
    }

    /** A file in it, to be written. */
    Path file(String name) {
        return deleted(folder.resolve(name));
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(file(name), text);
    }

    /** What is made last is deleted first. */
    private static Path deleted(Path file) {
        file.toFile().deleteOnExit();
        return file;
    }
}
