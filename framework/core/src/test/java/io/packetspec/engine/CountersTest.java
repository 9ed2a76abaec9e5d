package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Changes of counters, those that a step names and all others of their groups. */
final class CountersTest {
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    private EngineExecutionResults spec(String head, String steps) {
        return Trial.run(selectFile(trial.file(
                        "counters.spec.yaml",
                        "feature: f\nspecs:\n  - spec: s\n" + head.indent(4) + "    steps:\n" + steps.indent(6))
                .toString()));
    }

    private static void passes(int tests, EngineExecutionResults results) {
        assertThat(results.testEvents().failed().stream()
                        .map(event -> Trial.throwable(event).getMessage()))
                .isEmpty();
        results.testEvents().assertStatistics(stats -> stats.succeeded(tests));
    }

    @Test
    void nothingElseChangesInEitherFamily() {
        passes(2, spec("family: [ipv4, ipv6]\n", """
                - inject: [tcp: {dport: 9, flags: A, ack: 7}]
                - expect: [tcp: {flags: R}]
                - silence
                - counters: {TcpInSegs: +1, TcpOutRsts: +1, TcpOutSegs: +1, TcpExtTCPPureAcks: 0, others: 0}
                - counters: {Icmp6InMsgs: 0, IcmpInMsgs: 0, IcmpMsgInType3: 0, Udp6InDatagrams: 0, UdpInDatagrams: 0, others: 0}
                """));
    }

    @Test
    void otherCountersOfTheGroupAreToldInEitherFamily() {
        String udp = "- inject: [udp: {dport: 9}]\n- silence: 20ms\n  allow: [[icmp], [icmpv6]]\n";
        assertThat(Trial.failure(spec("family: ipv4\n", udp + "- counters: {IcmpOutMsgs: +1, others: 0}\n")))
                .contains("IcmpOutDestUnreachs: expected no change, actual +1")
                .doesNotContain("IcmpMsg", "Udp");
        assertThat(Trial.failure(spec("family: ipv6\n", udp + "- counters: {Icmp6OutMsgs: +1, others: 0}\n")))
                .contains("Icmp6OutDestUnreachs: expected no change, actual +1", "Icmp6OutType1: expected no change");
        assertThat(Trial.failure(spec("family: ipv6\n", udp + "- counters: {Ip6InReceives: +1, others: 0}\n")))
                .contains("Ip6OutRequests: expected no change, actual +1")
                .doesNotContain("Icmp6", "\n  IpExt", "\n  IpIn");
    }

    @Test
    void theProofOfSilenceCountsNothingInALabWithBothFamiliesOrWithOne() {
        String silent = "- silence\n- silence\n- counters:\n"
                + "    {IpInReceives: 0, IpExtInOctets: 0, Ip6InReceives: 0, Icmp6InMsgs: 0, others: 0}\n";
        passes(1, spec("", silent));
        passes(1, spec(only("192.0.2.1/24") + "family: ipv4\n", silent));
        passes(1, spec(only("2001:db8::1/64") + "family: ipv6\n", silent));
    }

    @Test
    void anEchoIsCountedWhereTheMarkersAreEchoesThemselves() {
        passes(1, spec(only("2001:db8::1/64") + "family: ipv6\n", """
                - silence
                - inject: [icmpv6]
                - expect: [icmpv6: {type: echo-reply}]
                - silence
                - counters:
                    Icmp6InMsgs: +1
                    Icmp6InEchos: +1
                    Icmp6InType128: +1
                    Icmp6OutMsgs: +1
                    Icmp6OutEchoReplies: +1
                    Icmp6OutType129: +1
                    others: 0
                """));
    }

    private static String only(String address) {
        return "lab: {hosts: {dut: {interfaces: {eth0: {wire: peer, addresses: [\"" + address + "\"]}}}}}\n";
    }
}
