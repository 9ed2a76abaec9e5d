package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What a run learns of how long specs take, and the order of the next. */
final class DurationsTest {
    private static final String ONE = "feature: one\nspecs:\n"
            + "  - spec: it waits\n    steps: [wait: 120ms]\n"
            + "  - spec: of a ${what}\n    each: [{what: cat}, {what: dog}]\n    steps: [silence]\n";
    private static final String TWO = "feature: two\nspecs:\n"
            + "  - spec: it needs much\n    requires: {command: no-such-command-here}\n    steps: [silence]\n"
            + "  - spec: it is quick\n    steps: [silence]\n";
    private Path folder;
    private Path kept;
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path temporary) {
        folder = temporary;
        kept = folder.resolve("kept/durations");
        trial = new Trial(folder);
        trial.file("one.spec.yaml", ONE);
        trial.file("two.spec.yaml", TWO);
    }

    private EngineTestKit.Builder kit() {
        return Trial.kit().configurationParameter(Configuration.DURATIONS, kept.toString());
    }

    private void runAll() {
        kit().selectors(selectDirectory(folder.toString()))
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(4).skipped(1));
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(kept).stream()
                .map(line -> line.replace(folder.getRoot().relativize(folder) + "/", ""))
                .toList();
    }

    @Test
    void everySpecIsALineWithItsTime() throws IOException {
        runAll();
        assertThat(lines().get(0)).startsWith("# How long specs took");
        assertThat(lines().stream().skip(1))
                .hasSize(5)
                .allMatch(line -> line.matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ +\\d+\\.\\d{3} .*"))
                .anyMatch(line -> line.matches(".* 0\\.[1-9]\\d\\d one.spec.yaml / it waits"))
                .anyMatch(line -> line.endsWith(" one.spec.yaml / of a ${what} / what=cat"))
                .anyMatch(line -> line.endsWith(" 0.000 two.spec.yaml / it needs much"));
        assertThat(kept.getParent()).isDirectoryContaining("glob:**durations").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aRunOfAPartKeepsWhatIsKnownOfTheRest() throws IOException {
        runAll();
        List<String> before = lines();
        kit().selectors(selectFile(folder.resolve("two.spec.yaml").toString())).execute();
        assertThat(lines())
                .hasSize(6)
                .containsAll(before.stream()
                        .filter(line -> line.contains("one.spec"))
                        .toList());
    }

    @Test
    void ofFilesThatWerePutTogetherTheLatestLineCountsAndWhatIsLongGoneGoes() {
        Durations known = Durations.parse(
                "both",
                List.of(
                        "# a remark",
                        "2026-03-01T10:00:00Z 1.5 a / one",
                        "2026-03-01T10:00:00Z 9 a / old name",
                        "",
                        "2026-03-02T10:00:00Z 4.5 a / two",
                        "2026-03-01T10:00:00Z 3.0 a / two",
                        "2026-03-03T10:00:00Z   2.500 a / one"));
        assertThat(known.problem()).isEmpty();
        assertThat(known.lines().stream().skip(1))
                .containsExactly(
                        "2026-03-01T10:00:00Z    9.000 a / old name",
                        "2026-03-03T10:00:00Z    2.500 a / one",
                        "2026-03-02T10:00:00Z    4.500 a / two");
        Durations later = Durations.parse("later", List.of("2026-05-31T10:00:00Z 1 a / one"));
        assertThat(known.and(later.specs()).specs()).containsOnlyKeys("a / one", "a / two");
    }

    @Test
    void ofMoreThanTenThousandThatWereNotRunTheOldestGo() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 10_005; i++) {
            lines.add(Instant.parse("2026-03-01T10:00:00Z").plusSeconds(i) + " 1 a / " + i);
        }
        Durations later =
                Durations.parse("later", List.of("2026-03-02T10:00:00Z 1 b / one", "2026-03-02T10:00:00Z 1 b / two"));
        Durations known = Durations.parse("known", lines).and(later.specs());
        assertThat(known.specs())
                .hasSize(10_002)
                .containsKeys("b / one", "b / two", "a / 5", "a / 10004")
                .doesNotContainKeys("a / 0", "a / 4");
    }

    @Test
    void aFileThatIsNoneIsToldOnceAndFailsNothing() throws IOException {
        Files.createDirectories(kept.getParent());
        Files.write(kept, new byte[] {'n', 'o', '\n', (byte) 0xff, 0, '\n'});
        String told = Told.by(this::runAll);
        assertThat(told)
                .containsOnlyOnce("durations:1: expected when a spec was run, how many seconds it took, and the spec,"
                        + " found \"no\"; 2 such lines are passed over, and gone when the run has ended");
        assertThat(lines()).hasSize(6);
        assertThat(Told.by(this::runAll)).doesNotContain("expected when");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldAndFailsNothing() throws IOException {
        Files.createDirectories(kept);
        Files.createFile(kept.resolve("in-the-way"));
        assertThat(Told.by(this::runAll))
                .contains("durations cannot be read: Is a directory; specs are run as if it were empty")
                .contains("How long the specs took cannot be kept for the next run (packetspec.durations): ");
    }

    private void keep(String... lines) throws IOException {
        Files.createDirectories(kept.getParent());
        String path = folder.getRoot().relativize(folder) + "/";
        List<String> all = new ArrayList<>();
        for (String line : lines) {
            all.add("2026-03-01T10:00:00Z " + line.replace(" in ", " " + path));
        }
        Files.write(kept, all);
    }

    private List<String> begun(Path selected) {
        return kit().selectors(selectDirectory(selected.toString()))
                .configurationParameter(Configuration.PARALLELISM, "2")
                .execute()
                .testEvents()
                .started()
                .map(Event::getTestDescriptor)
                .map(TestDescriptor::getDisplayName)
                .toList();
    }

    @Test
    void theLongestAreBegunFirstWithinAFileAndAmongFiles() throws IOException {
        keep(
                "1 in one.spec.yaml / it waits",
                "2 in one.spec.yaml / of a ${what} / what=cat",
                "3 in one.spec.yaml / of a ${what} / what=dog",
                "9 in two.spec.yaml / it is quick",
                "0 in two.spec.yaml / it needs much");
        List<String> begun = begun(folder);
        List<String> longestFirst = List.of("it is quick", "of a dog", "of a cat", "it waits");
        assertThat(begun).containsExactlyInAnyOrderElementsOf(longestFirst);
        // Of two threads either may be the first to say that it begins.
        for (int i = 0; i < begun.size(); i++) {
            assertThat(Math.abs(longestFirst.indexOf(begun.get(i)) - i))
                    .as(begun.toString())
                    .isLessThan(2);
        }
    }

    @Test
    void aSpecOfWhichNothingIsKnownComesFirst() throws IOException {
        keep(
                "9 in two.spec.yaml / it is quick",
                "8 in one.spec.yaml / it waits",
                "7 in one.spec.yaml / of a ${what} / what=cat");
        assertThat(begun(folder).subList(0, 2)).contains("of a dog");
    }

    @Test
    void ofManyTheShortestWarmUpAndThenTheLongestBegin() throws IOException {
        Path many = folder.resolve("many");
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            trial.file(
                    "many/m" + i + ".spec.yaml", "feature: many\nspecs:\n  - spec: s" + i + "\n    steps: [silence]\n");
            lines.add(i + " in many/m" + i + ".spec.yaml / s" + i);
        }
        keep(lines.toArray(String[]::new));
        List<String> begun = begun(many);
        assertThat(begun.subList(0, 2)).containsExactlyInAnyOrder("s1", "s2");
        assertThat(begun.subList(2, 5)).contains("s12", "s11");
        assertThat(begun.get(11)).isIn("s3", "s4");
    }

    /** The thread that has opened the first file is through with the short one while the other has taken the long one. */
    @Test
    void aThreadThatWaitsForTheLastSpecsOfAFileIsReplaced() {
        trial.file(
                "files/first.spec.yaml",
                "feature: first\nspecs:\n  - spec: short\n    steps: [wait: 300ms]\n"
                        + "  - spec: long\n    steps: [wait: 2s]\n");
        for (String name : List.of("second", "third", "fourth")) {
            trial.file(
                    "files/then-" + name + ".spec.yaml",
                    "feature: then\nspecs:\n  - spec: another\n    steps: [wait: 50ms]\n");
        }
        List<String> ended = Trial.kit()
                .selectors(selectDirectory(folder.resolve("files").toString()))
                .configurationParameter(Configuration.PARALLELISM, "2")
                .execute()
                .testEvents()
                .finished()
                .map(Event::getTestDescriptor)
                .map(TestDescriptor::getDisplayName)
                .toList();
        assertThat(ended).hasSize(5).endsWith("long");
    }
}
