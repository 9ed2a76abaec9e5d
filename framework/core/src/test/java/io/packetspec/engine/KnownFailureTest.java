package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Specs that are known to fail on some kernels. */
final class KnownFailureTest {
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    private EngineExecutionResults spec(String kernel, String lab, String step) {
        return Trial.run(selectFile(
                trial.file("known.spec.yaml", """
                        feature: known
                        specs:
                          - spec: it is known to fail
                            fails-on: {kernel: "%s", because: nobody has mended it}
                            %s
                            steps: [%s]
                        """.formatted(kernel, lab, step)).toString()));
    }

    private static List<String> told(EngineExecutionResults results) {
        return results.testEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class)
                        .getKeyValuePairs()
                        .get("verdict"))
                .toList();
    }

    @Test
    void aFailureThatIsKnownPassesAndTheReportSaysWhyItFailed() {
        EngineExecutionResults results = spec(">= 2.0", "", "check: 1 == 2");
        results.testEvents().assertStatistics(stats -> stats.succeeded(1));
        assertThat(told(results))
                .singleElement()
                .asString()
                .startsWith("failed as expected: because nobody has mended it\n")
                .endsWith("known.spec.yaml:6:13: check does not hold: 1 == 2");
    }

    @Test
    void aPassWhereAFailureIsKnownFailsAtTheRemark() {
        assertThat(Trial.failure(spec(">= 2.0", "", "check: 1 == 1")))
                .contains(
                        "known.spec.yaml:4:15: the spec passed, but is known to fail on this kernel, ",
                        " (>= 2.0)\n  because nobody has mended it\n  if that was mended, narrow fails-on or take it");
    }

    @Test
    void onOtherKernelsTheSpecIsLikeAnyOther() {
        EngineExecutionResults passed = spec("< 2.0", "", "check: 1 == 1");
        passed.testEvents().assertStatistics(stats -> stats.succeeded(1));
        assertThat(told(passed)).isEmpty();
        assertThat(Trial.failure(spec("< 2.0", "", "check: 1 == 2"))).contains(":6:13: check does not hold");
    }

    @Test
    void aLabThatCannotBeBuiltIsNotTheFailureThatIsKnown() {
        String lab = "lab: {hosts: {dut: {sysctl: {net.ipv4.no_such_sysctl: 1},"
                + " interfaces: {eth0: {wire: peer, addresses: [192.0.2.1/24]}}}}}";
        assertThat(Trial.failure(spec(">= 2.0", lab, "silence"))).contains("the lab could not be built");
    }
}
