package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Parts of all specs, for several machines. */
final class ShardTest {
    private static final int SPECS = 20;
    private Path file;
    private Path kept;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        kept = folder.resolve("durations");
        file = new Trial(folder)
                .file(
                        "many.spec.yaml",
                        "feature: many\nspecs:\n"
                                + IntStream.range(0, SPECS)
                                        .mapToObj(i -> "  - spec: number " + i
                                                + "\n    family: [ipv4, ipv6]\n    steps: [silence]\n")
                                        .collect(Collectors.joining()));
    }

    private EngineTestKit.Builder kit(String shard) {
        return Trial.kit()
                .selectors(selectFile(file.toString()))
                .configurationParameter(Configuration.DURATIONS, kept.toString())
                .configurationParameter(Configuration.SHARD, shard);
    }

    private List<String> specs(String shard) {
        return Selection.tests(kit(shard).discover().getEngineDescriptor()).stream()
                .map(TestDescriptor::getUniqueId)
                .map(Durations::key)
                .toList();
    }

    private List<List<String>> all(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> specs(i + "/" + count))
                .toList();
    }

    private List<String> everySpec() {
        return specs("1/1");
    }

    private static List<Integer> sizes(List<List<String>> shards) {
        return shards.stream().map(List::size).toList();
    }

    /** Times at random, with a fixed seed, of all but these many specs. */
    private Map<String, Integer> keepTimes(int without) throws IOException {
        Random random = new Random(7);
        Map<String, Integer> millis = new TreeMap<>();
        everySpec().stream().skip(without).forEach(spec -> millis.put(spec, 1 + random.nextInt(3000)));
        List<String> lines = new ArrayList<>();
        millis.forEach((spec, time) -> lines.add("2026-03-01T10:00:00Z " + time / 1e3 + " " + spec));
        Files.write(kept, lines);
        return millis;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 40})
    void everySpecIsInExactlyOneShardWhateverIsKnownOfIt(int count) throws IOException {
        for (int without : new int[] {2 * SPECS, 5, 0}) {
            keepTimes(without);
            List<String> together = all(count).stream().flatMap(List::stream).toList();
            assertThat(together).hasSize(2 * SPECS).containsExactlyInAnyOrderElementsOf(everySpec());
        }
    }

    @Test
    void shardsTakeAsLongAsEachOtherExceptForOneSpec() throws IOException {
        Map<String, Integer> times = keepTimes(0);
        List<Integer> loads = all(7).stream()
                .map(shard -> shard.stream().mapToInt(times::get).sum())
                .sorted()
                .toList();
        int longest = times.values().stream().mapToInt(time -> time).max().orElseThrow();
        assertThat(loads.get(6) - loads.get(0)).isBetween(0, longest);
    }

    @Test
    void whereNothingIsKnownTheyHaveEquallyManySpecs() {
        assertThat(sizes(all(7))).containsExactlyInAnyOrder(6, 6, 6, 6, 6, 5, 5);
    }

    @Test
    void theSameSpecsAndDurationsAreCutTheSameAgain() throws IOException {
        keepTimes(5);
        assertThat(all(3)).isEqualTo(all(3));
    }

    @Test
    void whatIsLeftIsRunAndTold() {
        String told = Told.by(() -> kit("2/7")
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.started(6).succeeded(6)));
        assertThat(told)
                .containsPattern("packetspec.shard=2/7: 6 of 40 specs; shards that belong together say the same here:"
                        + " [0-9a-f]{1,8}\n");
    }

    @Test
    void whatAShardLearnsChangesNoOtherAndIsPutTogetherAfterwards() throws IOException {
        keepTimes(5);
        Set<String> cuts = new HashSet<>();
        for (int i = 1; i <= 3; i++) {
            String shard = i + "/3";
            cuts.add(Told.by(() -> kit(shard).execute()).replaceFirst(".* same here", ""));
        }
        assertThat(cuts).hasSize(1);
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            lines.addAll(Files.readAllLines(kept.resolveSibling("durations-" + i + "-of-3")));
        }
        assertThat(Durations.parse("together", lines).specs()).containsOnlyKeys(everySpec());
        Files.write(kept, lines, StandardOpenOption.APPEND);
        assertThat(Told.by(() -> kit("1/3").execute()).replaceFirst(".* same here", ""))
                .isNotIn(cuts);
    }

    @Test
    void aShardWithoutASpecIsNoFailure() {
        kit("41/41")
                .execute()
                .allEvents()
                .assertStatistics(stats -> stats.failed(0).started(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/8", "9/8", "x", "2", "0/0", "-1/8", "1/8/2", ""})
    void anythingElseSaysWhatIsLegal(String shard) {
        assertThatThrownBy(() -> kit(shard).execute())
                .hasStackTraceContaining(
                        "packetspec.shard=" + shard + ": expected which part of how many, such as 2/8");
    }

    @Test
    void aPartIsTakenOfWhatIsSelected() {
        List<String> selected = IntStream.rangeClosed(1, 2)
                .mapToObj(i -> Selection.tests(kit(i + "/2")
                        .configurationParameter(Configuration.SPEC, "number 3")
                        .discover()
                        .getEngineDescriptor()))
                .flatMap(List::stream)
                .map(TestDescriptor::getDisplayName)
                .toList();
        assertThat(selected).containsExactlyInAnyOrder("number 3 (ipv4)", "number 3 (ipv6)");
    }
}
