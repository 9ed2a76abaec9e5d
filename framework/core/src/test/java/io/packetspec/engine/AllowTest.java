package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Frames that may come although no step expects them. */
final class AllowTest {
    private static final String UNREACHABLE = "- inject: [udp: {dport: 9}]\n";
    private static final String RESET = "- inject: [tcp: {dport: 9, flags: A, ack: 7}]\n";
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    /** A spec that allows ICMP; its first step stands in line 6. */
    private EngineExecutionResults allowingIcmp(String steps) {
        String head = "feature: f\nspecs:\n  - spec: s\n    allow: [[icmp: {type: 3}]]\n    steps:\n";
        return Trial.run(
                selectFile(trial.file("allow.spec.yaml", head + steps.indent(6)).toString()));
    }

    private static void passes(EngineExecutionResults results) {
        results.testEvents().assertStatistics(stats -> stats.started(1).succeeded(1));
    }

    @Test
    void silenceAndTheEndOfTheSpecAcceptWhatTheSpecAllows() {
        passes(allowingIcmp(UNREACHABLE));
        passes(allowingIcmp(UNREACHABLE + "- silence\n- silence: 5ms\n" + UNREACHABLE));
    }

    @Test
    void anExpectationPassesOverWhatIsAllowedUnlessItIsWhatItExpects() {
        passes(allowingIcmp(UNREACHABLE + RESET + "- expect: [tcp: {flags: R}]\n"));
        passes(allowingIcmp(UNREACHABLE + UNREACHABLE + "- expect: [icmp: {type: 3}]\n  count: 2\n"));
        passes(allowingIcmp(
                UNREACHABLE + UNREACHABLE + RESET + "- expect: {any-order: [[tcp: {flags: R}], [icmp: {type: 3}]]}\n"));
    }

    @Test
    void whatIsNotAllowedFailsAndIsShownAlone() {
        assertThat(Trial.failure(allowingIcmp(UNREACHABLE + RESET + "- silence\n")))
                .contains(":8:9: no further frame was expected, 1 frame came\n", "[R] seq 7")
                .doesNotContain("\n  actual    ipv4 192.0.2.1 > 192.0.2.2  icmp");
    }

    @Test
    void aFrameThatDoesNotComeTellsWhatWasPassedOver() {
        assertThat(Trial.failure(allowingIcmp(UNREACHABLE + "- expect: [tcp]\n")))
                .contains(
                        "no frame came on wire peer",
                        "\n  passed over, for it is allowed: ipv4 192.0.2.1 > 192.0.2.2 tos 0xc0  icmp ",
                        "          differs in tcp\n");
    }

    @Test
    void whatSilenceAllowsItConsumes() {
        String allowing = "  allow: [[tcp: {flags: R, seq: 7}]]\n";
        passes(trial.steps(RESET + "- silence:\n" + allowing + RESET + "- silence: 20ms\n" + allowing));
        assertThat(trial.failure(RESET + "- silence:\n" + allowing + RESET))
                .contains(":8:9: no further frame was expected, 1 frame came");
    }

    @Test
    void aTimedSilenceLooksBehindWhatItAllows() {
        assertThat(trial.failure(RESET + UNREACHABLE + "- silence: 20ms\n  allow: [[tcp: {flags: R}]]\n"))
                .contains(":7:9: no further frame was expected, 1 frame came", "icmp");
    }
}
