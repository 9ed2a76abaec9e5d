package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.nio.file.Path;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A spec with a lab of its own. */
record LabTrial(Trial trial) {
    LabTrial(Path folder) {
        this(new Trial(folder));
    }

    static String lab(String hosts) {
        return "lab:\n  hosts:\n" + hosts.indent(4);
    }

    EngineExecutionResults spec(String head, String steps) {
        return Trial.run(selectFile(trial.file(
                        "topology.spec.yaml",
                        "feature: f\nspecs:\n  - spec: s\n" + head.indent(4) + "    steps:\n" + steps.indent(6))
                .toString()));
    }

    void passes(int tests, String head, String steps) {
        EngineExecutionResults results = spec(head, steps);
        assertThat(results.testEvents().failed().stream()
                        .map(event -> Trial.throwable(event).getMessage()))
                .isEmpty();
        results.testEvents().assertStatistics(stats -> stats.succeeded(tests));
    }
}
