package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inconclusive runs among others that go on. */
final class QuietLaneTest {
    private static final int SPECS = 12;

    /** A run of a spec, by its own clock. */
    private record Span(String name, long began, long ended) {
        static Span of(String line) {
            String[] parts = line.split(" ");
            return new Span(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }

        boolean isRepeated() {
            return name.startsWith("again");
        }

        boolean overlaps(Span other) {
            return this != other && began < other.ended && other.began < ended;
        }
    }

    /** Notes each run; the first of every second spec fails. */
    private static String specs(Path folder) {
        String noted =
                "b=$(date +%%s%%N); sleep 0.05; echo $name-%1$s $b $(date +%%s%%N) >> %2$s/runs; test $name = again";
        return "feature: many\nspecs:\n"
                + IntStream.range(0, SPECS)
                        .mapToObj(i -> "  - spec: number " + i + "\n    steps:\n      - run: "
                                + (i % 2 == 0
                                        ? "test -e " + folder + "/" + i + " && name=again || name=first; touch "
                                                + folder + "/" + i
                                        : "name=other")
                                + "; " + String.format(noted, i, folder) + (i % 2 == 0 ? "" : " -o $name = other")
                                + "\n")
                        .collect(Collectors.joining());
    }

    @Test
    void aRepeatedRunIsBesideNoOther(@TempDir Path folder) throws IOException {
        Path file = new Trial(folder).file("many.spec.yaml", specs(folder));
        Trial.kit()
                .selectors(selectFile(file.toString()))
                .configurationParameter(Configuration.PARALLELISM, "4")
                .configurationParameter(Configuration.TOLERANCE, "0")
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(SPECS));
        List<Span> runs = Files.readAllLines(folder.resolve("runs")).stream()
                .map(Span::of)
                .toList();
        assertThat(runs).filteredOn(Span::isRepeated).hasSize(SPECS / 2);
        assertThat(runs)
                .filteredOn(run -> !run.isRepeated())
                .anyMatch(run -> runs.stream().anyMatch(run::overlaps));
        assertThat(runs)
                .filteredOn(Span::isRepeated)
                .noneMatch(run -> runs.stream().anyMatch(run::overlaps));
    }
}
