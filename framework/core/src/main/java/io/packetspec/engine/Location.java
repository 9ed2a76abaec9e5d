package io.packetspec.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/**
 * Where a spec file is.
 *
 * @param path from the root of its run, with slashes: what ids and messages call it
 * @param uri where its octets are
 * @param file the file that its user edits, or empty for one inside an archive
 */
record Location(String path, URI uri, Optional<Path> file) {
    private static final String SOURCES = "src/test/resources";
    private static final Path COMPILED = Path.of("target", "test-classes");

    /** A file: its path starts at the resource root that it lies in, else at the working directory. */
    static Location of(Path given) {
        Path file = given.toAbsolutePath().normalize();
        return new Location(slashes(root(file).relativize(file)), file.toUri(), Optional.of(edited(file)));
    }

    static Location resource(String name, URI uri) {
        return uri.getScheme().equals("file") ? of(Path.of(uri)) : new Location(name, uri, Optional.empty());
    }

    private static Path root(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (folder.endsWith(SOURCES) || folder.endsWith(COMPILED)) {
                return folder;
            }
        }
        Path working = Path.of("").toAbsolutePath();
        return file.startsWith(working) ? working : file.getRoot();
    }

    /** Maven copies resources before a run: a reader wants to be led to the original. */
    private static Path edited(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (folder.endsWith(COMPILED)) {
                Path source =
                        folder.resolve("../..").normalize().resolve(SOURCES).resolve(folder.relativize(file));
                return Files.exists(source) ? source : file;
            }
        }
        return file;
    }

    private static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    String read() throws IOException {
        try (InputStream octets = uri.toURL().openStream()) {
            return new String(octets.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The folder that it is in; empty for one inside an archive. */
    String folder() {
        return uri.getScheme().equals("file") ? Path.of(uri).getParent().toString() : "";
    }

    TestSource source(int line, int column) {
        FilePosition position = FilePosition.from(line, column);
        return file.<TestSource>map(f -> FileSource.from(f.toFile(), position))
                .orElseGet(() -> ClasspathResourceSource.from(path, position));
    }
}
