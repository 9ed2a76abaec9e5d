package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Wires without Ethernet. */
final class L3WireTest {
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "/dev/net/tun may not be opened");
        trial = new Trial(folder);
    }

    private EngineExecutionResults spec(String steps) {
        String head = """
                feature: f
                specs:
                  - spec: s
                    family: [ipv4, ipv6]
                    lab:
                      hosts:
                        dut:
                          interfaces: {tun0: {wire: tun, addresses: [192.0.2.1/24, "2001:db8::1/64"], mtu: 1400}}
                      wires: {tun: {type: l3}}
                    steps:
                """;
        return Trial.run(
                selectFile(trial.file("l3.spec.yaml", head + steps.indent(6)).toString()));
    }

    private void passes(String steps) {
        EngineExecutionResults results = spec(steps);
        assertThat(results.testEvents().failed().stream()
                        .map(event -> Trial.throwable(event).getMessage()))
                .isEmpty();
        results.testEvents().assertStatistics(stats -> stats.succeeded(2));
    }

    @Test
    void packetsBeginWithTheIpHeaderAndHaveTheKernelsStamps() {
        passes("""
                - inject: [tcp: {sport: 4000, dport: 9, flags: S, seq: 1}]
                  as: syn
                - expect: [ip: {src: dut, dst: tun}, tcp: {sport: 9, dport: 4000, flags: RA, ack: 2, checksum: valid}]
                  within: 50ms
                  as: rst
                - check: rst.time > syn.time && rst.ip.ttl == 64
                - silence
                """);
    }

    @Test
    void theProofOfSilenceCountsNothing() {
        passes("""
                - silence
                - silence
                - counters: {IpInReceives: 0, IpExtInOctets: 0, Ip6InReceives: 0, Icmp6InMsgs: 0, others: 0}
                """);
    }

    @Test
    void manyPacketsInARowAreNotLost() {
        passes("""
                - socket: {type: SOCK_DGRAM}
                  as: s
                - repeat:
                    times: 1200
                    steps:
                      - sendto: {socket: s, to: "tun:9", payload: hello}
                - expect: [udp: {dport: 9}, payload: hello]
                  count: 1200
                - silence
                """);
    }

    @Test
    void aPacketThatNobodyExpectedFailsTheSpec() {
        EngineExecutionResults results = spec("- inject: [tcp: {dport: 9, flags: S}]\n- silence\n");
        assertThat(results.testEvents().failed().stream()
                        .map(event -> Trial.throwable(event).getMessage()))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message)
                        .contains("no further frame was expected, 1 frame came", "tcp 9 > 0 [RA]", "wire-tun.pcapng"));
    }
}
