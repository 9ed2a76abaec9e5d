package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When frames come, by the kernel's stamps. */
final class TimingTest {
    private static final String RESET = """
            - inject: [tcp: {dport: 9, flags: A, ack: 1}]
              as: ack
            - expect: [tcp: {flags: R}]
            """;
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    @Test
    void aFrameComesInItsTimeAfterANamedEventOrAfterWhatCameBefore() {
        trial.passes(RESET + "  after: {event: ack, between: [0s, 900ms]}\n");
        trial.passes(RESET + "  after: {between: [0s, 900ms]}\n");
    }

    @Test
    void withoutANameTheFrameBeforeCountsToo() {
        trial.passes("""
                - socket: {type: SOCK_STREAM|SOCK_NONBLOCK}
                  as: c
                - connect: {socket: c, to: "peer:80"}
                  fails: EINPROGRESS
                - expect: [tcp: {flags: S}]
                - expect: [tcp: {flags: S}]
                  within: 5s
                - expect: [tcp: {flags: S}]
                  after: {between: [0.9s, 1.3s]}
                """);
    }

    @Test
    void callsAndCommandsAreEvents() {
        trial.passes("""
                - run: "true"
                  as: run
                - socket: {type: SOCK_DGRAM}
                  as: udp
                - sendto: {socket: udp, to: "peer:9", payload: hello}
                  as: sent
                - expect: [udp]
                  after: {event: sent, between: [0s, 900ms]}
                  as: got
                - check: got.time - sent.time < 900000000 && sent.time > run.time
                """);
    }

    @Test
    void aFrameThatComesTooEarlyTellsTheRangeItsTimeAndTheHarnessesLateness() {
        assertThat(trial.failure(RESET + "  after: {event: ack, between: [190ms, 260ms]}\n"))
                .contains(":7:9: the expected frame came too early on wire peer")
                .containsPattern("expected 190.000 ms to 260.000 ms after ack, came after \\d+.\\d{3} ms by the kernel")
                .containsPattern("the harness was late by \\d+.\\d{3} ms at most, its tolerance is 10.000 ms")
                .contains("actual    ipv4 192.0.2.1 > 192.0.2.2  tcp 9 > 0 [R] seq 1");
    }

    @Test
    void aFrameThatComesTooLateTellsTheSame() {
        String slow = "- inject: [tcp: {dport: 9, flags: R}]\n  as: first\n- wait: 30ms\n";
        String reset = RESET.replace("  as: ack\n", "");
        assertThat(trial.failure(slow + reset + "  after: {event: first, between: [1ms, 20ms]}\n"))
                .contains(
                        ":9:9: the expected frame came too late on wire peer\n  expected 1.000 ms to 20.000 ms after first");
        assertThat(trial.failure(reset + "  within: 1ns\n"))
                .contains("came too late on wire peer\n  expected within 0.000 ms, came after");
    }
}
