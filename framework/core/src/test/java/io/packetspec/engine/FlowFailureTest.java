package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where a segment is not the one that the flow asks for. */
final class FlowFailureTest {
    private FlowTrial flows;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        flows = new FlowTrial(folder);
    }

    @Test
    void aFailureSpeaksInRelativeNumbers() {
        assertThat(flows.fails(FlowTrial.ESTABLISHED + """
                        - inject: [tcp: {flow: c, flags: PA}, payload: hello]
                        - expect: [tcp: {flow: c, flags: A, ack: 5}]
                        """))
                .contains(":15:9: expected frame on wire peer differs in tcp.ack\n"
                        + "  expected 5 (0x5), actual 6 (0x6) (relative to flow c)\n"
                        + "  expected  ipv4 192.0.2.1 > 192.0.2.2  tcp 80 > 4000 [A] seq 1 ack 5\n"
                        + "  actual    ipv4 192.0.2.1 > 192.0.2.2  tcp 80 > 4000 [A] seq ")
                .containsPattern("actual    .* ack 1006 win \\d+ .* frame 5 of wire-peer.pcapng");
    }

    @Test
    void optionsThatAreRelativeSaySo() {
        assertThat(flows.fails(FlowTrial.WITH_OPTIONS + """
                        - inject: [tcp: {flow: c, flags: A, seq: 11}, payload: hello]
                        - expect: [tcp: {flow: c, options: [nop, nop, ts: {ecr: 7}, nop, nop, sack: [{left: 1, right: 9}]]}]
                        """))
                .contains(
                        ".ecr: expected 7 (0x7), actual 0 (0x0) (relative to flow c)\n",
                        ".sack[0].left: expected 1 (0x1), actual 11 (0xb) (relative to flow c)\n");
    }

    @Test
    void aDefaultIsHeldAgainstTheFrameAsIfItWereWritten() {
        assertThat(flows.fails(FlowTrial.ESTABLISHED + """
                        - send: {socket: conn, payload: hello}
                        - expect: [tcp: {flow: c, flags: PA}, payload: hello]
                        - expect: [tcp: {flow: c, flags: PA}, payload: hello]
                        """))
                .contains(":16:9: expected frame on wire peer differs in tcp.seq\n"
                        + "  expected 6 (0x6), actual 1 (0x1) (relative to flow c)\n");
    }

    @Test
    void aSegmentOfAnotherConnectionIsNone() {
        assertThat(flows.fails("""
                        - inject: [tcp: {sport: 4001, dport: 80, flags: S, seq: 1000}]
                        - expect: [tcp: {flow: c, flags: RA, ack: any}]
                        """))
                .contains(":8:9: expected frame on wire peer differs in tcp.dport\n"
                        + "  expected 4000 (0xfa0), actual 4001 (0xfa1)\n");
    }

    @Test
    void aWindowThatCannotBeSaidIsRefused() {
        assertThat(flows.fails(FlowTrial.WITH_OPTIONS + "- inject: [tcp: {flow: c, flags: A, window: 1000}]\n"))
                .contains(":14:9: this packet cannot be put on a wire: a window of 1000 octets cannot be said: "
                        + "it must be a multiple of 128, at most 8388480, by the scale of flow c");
        assertThat(flows.fails(FlowTrial.ESTABLISHED + "- inject: [tcp: {flow: c, flags: A, window: 65536}]\n"))
                .contains("it must be at most 65535, by the scale of flow c");
    }

    @Test
    void aWindowThatDiffersIsToldWithItsScale() {
        assertThat(flows.fails(FlowTrial.ESTABLISHED + """
                        - inject: [tcp: {flow: c, flags: PA}, payload: hello]
                        - expect: [tcp: {flow: c, flags: A, window: 1}]
                        """))
                .contains("differs in tcp.window\n  expected 1, actual 64235 (win 64235 << 0)\n");
    }

    @Test
    void aPortIsNotKnownBeforeTheHostSpoke() {
        String failure = Trial.failure(
                flows.spec("c: {from: dut, to: \"peer:80\"}", "ipv4", "- inject: [tcp: {flow: c, flags: S}]\n"));
        assertThat(failure)
                .contains(":7:9: this packet cannot be put on a wire: "
                        + "flow c has no port of the host before its SYN came");
    }
}
