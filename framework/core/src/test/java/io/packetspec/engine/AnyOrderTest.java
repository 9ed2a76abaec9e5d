package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames that are expected in any order. */
final class AnyOrderTest {
    private static final String TWO_RESETS = """
            - inject: [tcp: {sport: 80, dport: 9, flags: A, ack: 1}]
            - inject: [tcp: {sport: 80, dport: 9, flags: A, ack: 2}]
            """;
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    @Test
    void eachFrameIsOneOfThePacketsAndNamesFollowThePackets() {
        trial.steps(TWO_RESETS + """
                        - expect: {any-order: [[tcp: {seq: 2}], [tcp: {seq: 1}]]}
                          as: [second, first]
                          within: 5s
                        - check: second.tcp.seq == 2 && first.tcp.seq == 1 && first.time <= second.time
                        """).testEvents().assertStatistics(stats -> stats.succeeded(1));
    }

    @Test
    void aGeneralPacketLeavesToASpecialOneWhatOnlyThatCouldHave() {
        trial.steps(TWO_RESETS + "- expect: {any-order: [[tcp: {flags: R}], [tcp: {seq: 1}]]}\n")
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1));
    }

    @Test
    void aFrameThatIsNoneOfThemIsShownWithAllThatAreMissing() {
        assertThat(Trial.failure(
                        trial.steps(TWO_RESETS + "- expect: {any-order: [[tcp: {seq: 1}], [tcp: {seq: 9}]]}\n")))
                .contains(
                        ":7:9: a frame on wire peer is none of those that are expected in any order",
                        "\n  expected  tcp seq 9          differs in tcp.seq",
                        "\n  actual    ipv4 192.0.2.1 > 192.0.2.2  tcp 9 > 80 [R] seq 2 win 0          frame 4 of")
                .doesNotContain("expected  tcp seq 1");
    }

    @Test
    void aFrameThatDoesNotComeIsTheOneThatIsMissing() {
        assertThat(trial.failure("""
                        - inject: [tcp: {sport: 80, dport: 9, flags: A, ack: 1}]
                        - expect: {any-order: [[icmp], [tcp: {flags: R}]]}
                        """))
                .contains(":6:9: no frame 2 of 2 came on wire peer within 1000.000 ms\n  expected  icmp\n  earlier");
    }
}
