package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;

/** How runs go: many at once, cancelled, inconclusive, configured wrongly. */
final class RunTest {
    private Trial trial;
    private Path folder;

    @BeforeEach
    void prepare(@TempDir Path temporary) {
        folder = temporary;
        trial = new Trial(folder);
    }

    private EngineTestKit.Builder kit(String name, String text) {
        return Trial.kit().selectors(selectFile(trial.file(name, text).toString()));
    }

    private static String specs(int count, String step) {
        return "feature: many\nspecs:\n"
                + IntStream.range(0, count)
                        .mapToObj(i -> "  - spec: number " + i + "\n    steps:\n      - " + step + "\n")
                        .collect(Collectors.joining());
    }

    @Test
    void manySpecsAtOnceEachHaveALabOfTheirOwn() {
        String steps = "inject: [tcp: {sport: 80, dport: 9, flags: SA, seq: 1, ack: 7}]\n"
                + "      - expect: [tcp: {sport: 9, dport: 80, flags: R, seq: 7}]\n"
                + "      - counters: {TcpOutRsts: +1}";
        kit("many.spec.yaml", specs(200, steps))
                .configurationParameter(Configuration.PARALLELISM, "8")
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(200));
    }

    @Test
    void aCancelledRunStartsNoFurtherSpec() {
        CancellationToken cancelled = CancellationToken.create();
        cancelled.cancel();
        kit("many.spec.yaml", specs(20, "silence"))
                .cancellationToken(cancelled)
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.started(0));
    }

    /** Its first run fails and leaves a mark, its second finds the mark. */
    private String failsOnce() {
        Path mark = folder.resolve("mark");
        return specs(1, "run: test -e " + mark + " || { touch " + mark + "; exit 1; }");
    }

    @Test
    void aFailureOfALateRunIsInconclusiveAndTheQuietRunCounts() {
        EngineExecutionResults results = kit("once.spec.yaml", failsOnce())
                .configurationParameter(Configuration.TOLERANCE, "0")
                .execute();
        results.testEvents().assertStatistics(stats -> stats.succeeded(1));
        assertThat(results.testEvents().list())
                .filteredOn(event -> event.getType() == EventType.FILE_ENTRY_PUBLISHED)
                .extracting(event -> event.getPayload(FileEntry.class)
                        .orElseThrow()
                        .getPath()
                        .getFileName())
                .containsExactly(Path.of("trace.txt"));
    }

    @Test
    void aFailureOfARunOnTimeIsNeverRetried() {
        kit("once.spec.yaml", failsOnce())
                .configurationParameter(Configuration.TOLERANCE, "60000")
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.failed(1));
    }

    @Test
    void aFailureThatStandsInTheQuietRunTellsOfBoth() {
        EngineExecutionResults results = kit("wrong.spec.yaml", specs(1, "run: exit 1"))
                .configurationParameter(Configuration.TOLERANCE, "0")
                .execute();
        assertThat(Trial.failure(results))
                .contains("a first run failed too, but may have done so because the machine was busy")
                .contains("this is the result of the last, which ran alone");
    }

    @Test
    void aLabThatCannotBeBuiltIsTriedAgainAndThenSaysWhichPartFailed() {
        String lab = """
                feature: a lab
                specs:
                  - spec: it cannot be
                    lab:
                      hosts:
                        dut:
                          sysctl: {net.ipv4.no_such_sysctl: 1}
                          interfaces: {eth0: {wire: peer, addresses: [192.0.2.1/24]}}
                    steps: [silence]
                """;
        assertThat(Trial.failure(kit("lab.spec.yaml", lab).execute()))
                .contains("lab.spec.yaml:3:11: the lab could not be built: ", "net.ipv4.no_such_sysctl")
                .contains("this is the result of the last, which ran alone");
    }

    @Test
    void aParameterThatCannotBeReadSaysWhatIsLegal() {
        EngineTestKit.Builder kit =
                kit("many.spec.yaml", specs(1, "silence")).configurationParameter(Configuration.PARALLELISM, "many");
        assertThatThrownBy(kit::execute)
                .hasStackTraceContaining("packetspec.parallelism=many: expected a number of at least 1");
    }
}
