package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that are run again and again. */
final class RepeatTest {
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    @Test
    void everyTurnIsMadeWithItsNumber() {
        trial.passes("""
                - repeat:
                    times: 3
                    as: i
                    steps:
                      - inject: [tcp: {dport: 9, flags: A, ack: "${100 + i}"}]
                      - expect: [tcp: {flags: R, seq: "${100 + i}"}]
                        as: rst
                - check: rst.tcp.seq == 102
                - counters: {TcpOutRsts: +3}
                - repeat: {times: 1, as: i, steps: [check: i == 0]}
                """);
    }

    @Test
    void theTurnAfterWhichTheConditionHoldsIsTheLast() {
        trial.passes("""
                - repeat:
                    times: 10
                    as: i
                    until: rst.tcp.seq == 101 && i == 1
                    steps:
                      - inject: [tcp: {dport: 9, flags: A, ack: "${100 + i}"}]
                      - expect: [tcp: {flags: R}]
                        as: rst
                - counters: {TcpOutRsts: +2}
                """);
    }

    @Test
    void countersInsideStartWithTheSpec() {
        trial.passes("""
                - inject: [tcp: {dport: 9, flags: S, checksum: 0xdead}]
                - silence
                - repeat: {times: 2, steps: [counters: {TcpInCsumErrors: +1}]}
                """);
    }

    @Test
    void aConditionThatNeverHoldsShowsItsValues() {
        String failure = trial.failure("""
                - repeat:
                    times: 2
                    until: rst.tcp.seq == 7
                    steps:
                      - inject: [tcp: {dport: 9, flags: A, ack: 5}]
                      - expect: [tcp: {flags: R}]
                        as: rst
                """);
        assertThat(failure)
                .contains(":5:9: until rst.tcp.seq == 7 did not hold after 2 turns", "\n  rst.tcp.seq = 5\n");
    }

    @Test
    void aFailureInsideTellsTheTurnAndItsOwnLine() {
        String failure = trial.failure("- repeat:\n    times: 5\n    as: i\n    steps:\n      - check: i < 2\n");
        assertThat(failure).contains(":9:15: check does not hold: i < 2\n  i = 2\n  in turn 3 of 5, i = 2\n");
    }

    @Test
    void aConditionThatIsNoneFails() {
        assertThat(trial.failure("- repeat: {times: 2, as: i, until: i + 1, steps: [wait: 1us]}\n"))
                .contains(":5:9: i + 1 is 1, neither true nor false");
    }
}
