package io.packetspec.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** Where durations are kept from run to run. What is wrong with it is told, but fails no spec. */
record DurationsFile(Path path) {

    /** Where a shard keeps its own: shards are cut alike only as long as the file is the same for all. */
    DurationsFile of(Shard shard) {
        return new DurationsFile(
                path.resolveSibling(path.getFileName() + "-" + shard.number() + "-of-" + shard.count()));
    }

    Durations read() {
        try {
            // Whatever its octets are, this makes a text of them.
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            return Durations.parse(path.toString(), text.lines().toList());
        } catch (NoSuchFileException e) {
            return Durations.NONE;
        } catch (IOException e) {
            String problem = path + " cannot be read: " + e.getMessage() + "; specs are run as if it were empty";
            return new Durations(Map.of(), Optional.of(problem));
        }
    }

    /** Adds to what the file holds now: another run may have written it meanwhile. Nobody ever sees half of it. */
    void add(Map<String, Durations.Taken> later) throws IOException {
        Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
        Path whole = folder.resolve(
                path.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.write(whole, read().and(later).lines());
            Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
