package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Handshakes with real listeners and real connects. */
final class HandshakeTest {
    private static final String LISTENER = """
            - socket: {type: SOCK_STREAM}
              as: listener
            - bind: {socket: listener, address: "dut:80"}
            - listen: {socket: listener}
            """;
    private static final String CONNECT = """
            - socket: {type: SOCK_STREAM}
              as: s
            - connect: {socket: s, to: "peer:80"}
              background: connecting
            """;
    private static final String FROM_WIRE = "{from: \"peer:4000\", to: \"dut:80\"}";
    private static final String FROM_HOST = "{from: dut, to: \"peer:80\"}";
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    private EngineExecutionResults spec(String flow, String steps) {
        String text = "feature: trial\nflows: {c: " + flow + "}\nspecs:\n"
                + "  - spec: a trial\n    family: [ipv4, ipv6]\n    steps:\n" + steps.indent(6);
        return Trial.run(selectFile(trial.file("trial.spec.yaml", text).toString()));
    }

    private static void succeeds(EngineExecutionResults results, int tests) {
        assertThat(results.testEvents().failed().stream()
                        .map(event -> Trial.throwable(event).getMessage()))
                .isEmpty();
        results.testEvents().assertStatistics(stats -> stats.started(tests).succeeded(tests));
    }

    private void passes(String flow, String steps) {
        succeeds(spec(flow, steps), 2);
    }

    private String fails(String flow, String steps) {
        String text =
                "feature: trial\nflows: {c: " + flow + "}\nspecs:\n  - spec: a trial\n    steps:\n" + steps.indent(6);
        return Trial.failure(
                Trial.run(selectFile(trial.file("trial.spec.yaml", text).toString())));
    }

    @Test
    void aListenerAcceptsWhatComesFromTheWire() {
        passes(FROM_WIRE, LISTENER + """
                - handshake: c
                  as: synack
                - check: synack.tcp.flags == 0x12 && synack.tcp.ack == 1001 && c.host.isn == synack.tcp.seq
                - accept: {socket: listener, from: "peer:4000"}
                  as: conn
                - silence
                """);
    }

    @Test
    void aConnectIsAnswered() {
        passes(FROM_HOST, CONNECT + """
                - handshake: c
                  as: syn
                - await: connecting
                - check: syn.tcp.sport == c.host.port && c.wire.port == 80 && c.wire.next == 1 && c.host.next == 1
                """);
    }

    @Test
    void theOptionsAndTheWindowAreTheSpecs() {
        passes(FROM_WIRE, LISTENER + """
                - handshake: {flow: c, options: [mss: 1000, sackOK, ts, nop, wscale: 3], win: 4000}
                  as: synack
                - accept: {socket: listener}
                  as: conn
                - getsockopt: {socket: conn, option: TCP_MAXSEG, value: 988}
                - inject: [tcp: {flow: c, flags: PA}, payload: hello]
                  as: data
                - expect: [tcp: {flow: c, flags: A, window: {min: 60000}}]
                - check: data.tcp.win == 500
                - send: {socket: conn, payload: {size: 988}}
                - expect: [tcp: {flow: c, options: [nop, nop, ts: {ecr: 0}]}, payload: {size: 988}]
                """);
    }

    @Test
    void anActiveHandshakeAgreesOnTimestampsToo() {
        passes(FROM_HOST, CONNECT + """
                - handshake: {flow: c, options: [mss: 1460, sackOK, ts, nop, wscale: 7]}
                - await: connecting
                - send: {socket: s, payload: hi}
                - expect: [tcp: {flow: c, flags: PA, window: {min: 60000}, options: [nop, nop, ts: {ecr: 0}]}, payload: hi]
                - inject: [tcp: {flow: c, flags: A}]
                - silence
                """);
    }

    @Test
    void sequenceNumbersMayWrap() {
        passes("{from: \"peer:4000\", to: \"dut:80\", isn: 4294967295}", LISTENER + """
                - handshake: c
                - inject: [tcp: {flow: c, flags: PA}, payload: hello]
                  as: data
                - expect: [tcp: {flow: c, flags: A}]
                  as: ack
                - check: data.tcp.seq == 0 && ack.tcp.ack == 5 && c.wire.next == 6
                """);
    }

    @Test
    void aListenerThatIsNotThereIsToldAsTheSynAckThatDidNotCome() {
        assertThat(fails(FROM_WIRE, "- handshake: c\n"))
                .contains(
                        ":6:9: handshake of c, SYN/ACK of the host: expected frame on wire peer differs in tcp.flags\n"
                                + "  expected SA (0x12), actual RA (0x14)\n"
                                + "  expected  ipv4 192.0.2.1 > 192.0.2.2  tcp 80 > 4000 [SA] seq 0 ack 1\n"
                                + "  actual    ipv4 192.0.2.1 > 192.0.2.2  tcp 80 > 4000 [RA] seq 0 ack 1001 win 0");
    }

    @Test
    void aConnectThatIsNotThereIsToldAsTheSynThatDidNotCome() {
        assertThat(fails(FROM_HOST, "- handshake: c\n"))
                .contains(":6:9: handshake of c, SYN of the host: no frame came on wire peer within 1000.000 ms\n"
                        + "  expected  ipv4 192.0.2.1 > 192.0.2.2  tcp * > 80 [S] seq 0\n"
                        + "  the kernel sent nothing on this wire since the spec began");
    }

    @Test
    void aSocketThatIsGoneIsToldAsTheAckThatDidNotCome() {
        String closed = """
                - socket: {type: SOCK_STREAM|SOCK_NONBLOCK}
                  as: s
                - connect: {socket: s, to: "peer:80"}
                  fails: EINPROGRESS
                - close: {socket: s}
                - handshake: c
                """;
        assertThat(fails(FROM_HOST, closed))
                .contains(":11:9: handshake of c, ACK of the host: expected frame on wire peer differs in tcp.flags\n"
                        + "  expected A (0x10), actual R (0x4)\n");
    }
}
