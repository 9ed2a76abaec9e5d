package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long calls take. */
final class TookTest {
    private static final String RECEIVE = """
            - socket: {type: SOCK_DGRAM}
              as: udp
            - setsockopt: {socket: udp, option: SO_RCVTIMEO, value: 100ms}
            - recv: {socket: udp}
              fails: EAGAIN
            """;
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    @Test
    void aCallTakesItsTimeInTheForegroundAndInTheBackground() {
        trial.steps(RECEIVE + "  took: [95ms, 900ms]\n").testEvents().assertStatistics(stats -> stats.succeeded(1));
        trial.steps(RECEIVE + "  took: [95ms, 900ms]\n  background: receiving\n- wait: 50ms\n- await: receiving\n")
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1));
    }

    @Test
    void aCallThatIsTooQuickOrTooSlowTellsTheRangeItsTimeAndTheHarnessesLateness() {
        for (String range : new String[] {"500.000 ms to 1000.000 ms", "1.000 ms to 20.000 ms"}) {
            String took = "  took: [" + range.replace(".000 ms to ", "ms, ").replace(".000 ms", "ms]\n");
            assertThat(trial.failure(RECEIVE + took))
                    .containsPattern(":8:9: recv took \\d+.\\d{3} ms, expected " + range)
                    .containsPattern("the harness was late by \\d+.\\d{3} ms at most, its tolerance is 10.000 ms");
        }
    }
}
