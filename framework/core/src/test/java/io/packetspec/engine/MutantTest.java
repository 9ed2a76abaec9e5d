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

/** Specs with an expectation changed, which must fail. */
final class MutantTest {
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    private EngineExecutionResults mutants(String count, String specs) {
        Path file = trial.file("mutants.spec.yaml", "feature: mutants\nspecs:\n" + specs.indent(2));
        return Trial.kit()
                .selectors(selectFile(file.toString()))
                .configurationParameter("packetspec.mutants", count)
                .configurationParameter("packetspec.mutants.seed", "3")
                .execute();
    }

    private static List<String> told(EngineExecutionResults results) {
        return results.testEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class)
                        .getKeyValuePairs()
                        .get("mutant"))
                .toList();
    }

    @Test
    void aChangedFlagFailsAndTheReportSaysHow() {
        EngineExecutionResults results = mutants("1", """
                - spec: a SYN to a closed port is refused
                  steps:
                    - inject: [tcp: {sport: 4000, dport: 9, flags: S}]
                    - expect: [tcp: {flags: RA}]
                """);
        results.testEvents().assertStatistics(stats -> stats.started(1).succeeded(1));
        assertThat(told(results))
                .singleElement()
                .asString()
                .startsWith("tcp.flags: RA is now FRA\n")
                .contains("mutants.spec.yaml:6:9: expected frame on wire peer differs in tcp.flags")
                .contains("expected FRA (0x15), actual RA (0x14)");
    }

    @Test
    void aChangedErrnoFails() {
        EngineExecutionResults results = mutants("1", """
                - spec: no protocol
                  steps:
                    - socket: {type: SOCK_RAW}
                      fails: EPROTONOSUPPORT
                """);
        results.testEvents().assertStatistics(stats -> stats.started(1).succeeded(1));
        assertThat(told(results)).singleElement().asString().contains("EPROTONOSUPPORT is now ESOCKTNOSUPPORT");
    }

    @Test
    void aSpecThatFailsForAnotherReasonIsNoProof() {
        String failure = Trial.failure(mutants("1", """
                - spec: it never gets there
                  steps:
                    - check: 1 == 2
                    - expect: [tcp: {flags: RA}]
                """));
        assertThat(failure)
                .contains(
                        "mutants.spec.yaml:6:9: tcp.flags: RA is now FRA, and the spec fails, but not because of this")
                .contains("mutants.spec.yaml:5:9: check does not hold: 1 == 2")
                .contains("-Dpacketspec.mutants.seed=3");
    }

    @Test
    void eachSpecGivesOneMutantAtMostAndOneThatExpectsNothingGivesNone() {
        mutants("10", """
                - spec: one
                  family: [ipv4, ipv6]
                  steps:
                    - inject: [tcp: {dport: 9, flags: S}]
                    - expect: [tcp: {flags: RA, win: 0, checksum: valid}]
                - spec: two
                  steps: [silence]
                """)
                .testEvents()
                .assertStatistics(stats -> stats.started(1).succeeded(1));
    }
}
