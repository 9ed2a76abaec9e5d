package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.nio.file.Path;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A spec with flows, and the steps that open a connection. */
record FlowTrial(Trial trial) {
    static final String ESTABLISHED = """
            - socket: {type: SOCK_STREAM}
              as: listener
            - bind: {socket: listener, address: "dut:80"}
            - listen: {socket: listener}
            - handshake: c
            - accept: {socket: listener}
              as: conn
            """;
    static final String WITH_OPTIONS = ESTABLISHED.replace(
            "handshake: c", "handshake: {flow: c, options: [mss: 1460, sackOK, ts, nop, wscale: 7]}");
    static final String FLOWS = "c: {from: \"peer:4000\", to: \"dut:80\"}";

    FlowTrial(Path folder) {
        this(new Trial(folder));
    }

    EngineExecutionResults spec(String flows, String family, String steps) {
        String text = "feature: trial\nspecs:\n  - spec: a trial\n    family: " + family + "\n    flows: {" + flows
                + "}\n    steps:\n" + steps.indent(6);
        return Trial.run(selectFile(trial.file("trial.spec.yaml", text).toString()));
    }

    static void succeeds(EngineExecutionResults results, int tests) {
        assertThat(results.testEvents().failed().stream()
                        .map(event -> Trial.throwable(event).getMessage()))
                .isEmpty();
        results.testEvents().assertStatistics(stats -> stats.started(tests).succeeded(tests));
    }

    void passes(String flows, String steps) {
        succeeds(spec(flows, "[ipv4, ipv6]", steps), 2);
    }

    /** What the failure of these steps says; the first stands in line 7. */
    String fails(String steps) {
        return Trial.failure(spec(FLOWS, "ipv4", steps));
    }
}
