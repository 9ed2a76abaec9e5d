package io.packetspec.engine;

import io.packetspec.run.expression.JexlExpressions;
import io.packetspec.spec.At;
import io.packetspec.spec.Problem;
import io.packetspec.spec.SpecFile;
import io.packetspec.spec.SpecReader;
import io.packetspec.spec.packetdrill.translation.PacketdrillSpecReader;
import io.packetspec.spec.yaml.YamlSpecReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The spec files of a run. Each is read once, however often the platform discovers. */
final class Library {
    private static final Map<Stamp, SpecFile> READ = new ConcurrentHashMap<>();
    private static final SpecReader YAML = new YamlSpecReader(new JexlExpressions());
    private static final List<SpecReader> DEFAULT = List.of(YAML, new PacketdrillSpecReader());

    private final String scriptOptions;
    private final List<SpecReader> readers;

    /** A file as it was at a time, read with these options. */
    private record Stamp(Location location, long modified, long size, String scriptOptions) {}

    /** @param scriptOptions as on a command line of packetdrill, for its scripts */
    Library(String scriptOptions) {
        this.scriptOptions = scriptOptions;
        this.readers = scriptOptions.isBlank()
                ? DEFAULT
                : List.of(YAML, PacketdrillSpecReader.of(Configuration.SCRIPT_OPTIONS, scriptOptions));
    }

    /** Whether a file of this name holds specs. */
    static boolean holdsSpecs(String name) {
        return DEFAULT.stream().anyMatch(reader -> reader.reads(name));
    }

    SpecFile read(Location location) {
        return READ.computeIfAbsent(stamp(location), stamp -> readNow(location));
    }

    /** All spec files in this folder and below, or the file itself, by path. */
    List<Location> below(Path root) {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            List<Location> all = files.filter(Files::isRegularFile)
                    .filter(file -> holdsSpecs(file.getFileName().toString()))
                    .sorted()
                    .map(Location::of)
                    .toList();
            // They will all be asked for, one after the other: reading them is most of what discovery does.
            all.parallelStream().forEach(this::read);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stamp stamp(Location location) {
        if (!location.uri().getScheme().equals("file")) {
            return new Stamp(location, 0, 0, scriptOptions);
        }
        try {
            Path file = Path.of(location.uri());
            return new Stamp(location, Files.getLastModifiedTime(file).toMillis(), Files.size(file), scriptOptions);
        } catch (IOException e) {
            return new Stamp(location, -1, -1, scriptOptions);
        }
    }

    /** A file that is broken before its feature goes by its path. */
    private static SpecFile named(Location location, SpecFile file) {
        return file.feature().isBlank()
                ? new SpecFile(file.at(), location.path(), file.about(), file.specs(), file.problems())
                : file;
    }

    private SpecFile readNow(Location location) {
        SpecReader reader = readers.stream()
                .filter(r -> r.reads(location.path()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no reader for " + location.path()));
        try {
            return named(location, reader.read(location.path(), location.read(), location.folder()));
        } catch (IOException e) {
            At at = new At(location.path(), 1, 1);
            Problem problem = new Problem(at, "cannot be read: " + e.getMessage());
            return new SpecFile(at, location.path(), "", List.of(), List.of(problem));
        }
    }
}
