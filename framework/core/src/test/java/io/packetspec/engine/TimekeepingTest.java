package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import io.packetspec.linux.RealTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.EventType;

/** What is done about a machine that keeps times badly, and what is told of it. */
final class TimekeepingTest {
    /** Behind the name of the thread, field 41 of proc(5): its policy. */
    private static final String SPEC = """
            feature: time
            specs:
              - spec: the thread of a host
                steps:
                  - cat: /proc/thread-self/stat
                    prints: {matches: "\\\\) (\\\\S+ ){38}%d "}
            """;

    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    @Test
    void theThreadsOfAHostHaveRealTimePriorityWherePermitted() throws IOException {
        EngineExecutionResults results = run("on", SPEC.formatted(isPermitted() ? 2 : 0));
        results.testEvents().assertStatistics(stats -> stats.succeeded(1));
        assertThat(told(results))
                .containsEntry(
                        "real-time priority", isPermitted() ? "permitted" : "not permitted: it takes CAP_SYS_NICE");
        assertThat(Files.readString(Path.of("/proc/thread-self/stat"))).containsPattern("\\) (\\S+ ){38}0 ");
    }

    @Test
    void theyHaveNoneWhereItIsSwitchedOff() {
        EngineExecutionResults results = run("off", SPEC.formatted(0));
        results.testEvents().assertStatistics(stats -> stats.succeeded(1));
        assertThat(told(results)).isEmpty();
    }

    /** The first run fails, for the thread has no priority, and every failure counts as one of a late harness. */
    @Test
    void whatIsRunAgainBecauseTheHarnessWasLateHasItTheSecondTime() {
        assumeTrue(isPermitted(), "not permitted here");
        Path file = trial.file("time.spec.yaml", SPEC.formatted(2));
        Trial.kit()
                .selectors(selectFile(file.toString()))
                .configurationParameter(Configuration.TOLERANCE, "0")
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1));
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> run("yes", SPEC.formatted(0)))
                .cause()
                .hasMessageContaining("packetspec.realtime=yes: expected auto, on or off");
    }

    @Test
    void aScriptIsRunWithTolerancesOfThisMachineWhichAreTold() {
        assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "/dev/net/tun may not be opened");
        Path script = trial.file("time-v6.pkt", "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n");
        EngineExecutionResults results = Trial.run(selectFile(script.toString()));
        results.testEvents().assertStatistics(stats -> stats.succeeded(1));
        assertThat(told(results).get("tolerance factor"))
                .matches("tolerance factor [1-3]\\.\\d\\d: of ten sleeps nine end within .* ms of their time, .* ms");
    }

    @Test
    void aFailureAboutTimeTellsWhatWasPlannedAndHowLateTheHarnessWas() {
        assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "/dev/net/tun may not be opened");
        Path script = trial.file("late-v6.pkt", """
                0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
                +0...0.4 poll([{fd=3, events=POLLIN, revents=POLLHUP}], 1, 2000) = 1
                """);
        assertThat(Trial.failure(Trial.run(selectFile(script.toString()))))
                .containsPattern("planned 0.4\\d+ s( to 0.4\\d+ s)?, actual 0.0\\d+ s, tolerance \\d+.\\d{3} ms\n"
                        + "  the harness was late by \\d+.\\d{3} ms at most, its tolerance is 10.000 ms\n");
    }

    private EngineExecutionResults run(String realtime, String spec) {
        return Trial.kit()
                .selectors(selectFile(trial.file("time.spec.yaml", spec).toString()))
                .configurationParameter(Configuration.REALTIME, realtime)
                .execute();
    }

    /** Of the whole run. */
    private static Map<String, String> told(EngineExecutionResults results) {
        return results.containerEvents().stream()
                .filter(EventConditions.event(EventConditions.engine())::matches)
                .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
                .flatMap(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isPermitted() {
        RealTime priority = RealTime.enter();
        priority.leave();
        return priority.given();
    }
}
