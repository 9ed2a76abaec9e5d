package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The packets of packetdrill's scripts. */
final class PacketdrillPacketsTest extends ScriptTrial {
    /** Of four lines; the next is the fifth. */
    private static final String DATAGRAMS = """
            0 socket(..., SOCK_DGRAM, IPPROTO_UDP) = 3
            +0 connect(3, ..., ...) = 0
            +0 fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0
            +0 write(3, ..., 100) = 100
            """;

    /** Of nine lines; the next is the tenth. */
    private static final String ESTABLISHED = """
            `sysctl -q net.ipv4.tcp_timestamps=0 net.ipv4.tcp_ecn=1`
            0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
            +0 bind(3, ..., ...) = 0
            +0 listen(3, 1) = 0
            +0 < SEW 0:0(0) win 32792 <mss 1000>
            +0 > SE. 0:0(0) ack 1 <...>
            +.01 < . 1:1(0) ack 1 win 257
            +0 accept(3, ..., ...) = 4
            +0 setsockopt(4, SOL_TCP, TCP_NODELAY, [1], 4) = 0
            """;

    private EngineExecutionResults strict(String text) {
        return script(text, Configuration.STRICT, "true");
    }

    private static Path sample(String name) {
        return SCRIPTS.resolve(name + ".pkt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datagrams",
                "datagrams-unconnected",
                "foreign-ports",
                "unsolicited",
                "fast-open",
                "simultaneous-open"
            })
    void aScriptPassesInEveryNetwork(String name) {
        passes(Trial.run(selectFile(sample(name).toString())), 3);
    }

    @Test
    void aScriptPassesWithIpv4() {
        passes(Trial.run(selectFile(sample("icmp-from-host-v4").toString())), 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"icmp-from-host-v6", "ping-v6", "flow-labels-v6"})
    void aScriptPassesWithIpv6(String name) {
        passes(Trial.run(selectFile(sample(name).toString())), 1);
    }

    @Test
    void aDatagramOfAnotherLengthFails() {
        assertThat(failure(DATAGRAMS + "+0 > udp (99)\n"))
                .contains(
                        "ipv6.pkt:5:4: expected frame on wire tun differs in udp.len",
                        "expected 107 (0x6b), actual 108");
    }

    @Test
    void aDatagramThatDoesNotComeFails() {
        assertThat(failure(DATAGRAMS + "+0 > udp (100)\n+0 > udp (100)\n"))
                .contains("ipv6.pkt:6:4: no frame came on wire tun within 10", "udp * > 8080 len 108");
    }

    @Test
    void icmpOfAnotherTypeOrLengthFails() {
        assertThat(failure(DATAGRAMS + "+0 < udp 5000 > 9 (10)\n+0 > icmp unreachable no_route [raw (65)]\n"))
                .contains(
                        "ipv6.pkt:6:4: expected frame on wire tun differs in ipv6.plen, icmpv6.code",
                        "ipv6.plen: expected 65 (0x41), actual 66 (0x42)",
                        "icmpv6.code: expected 0 (0x0), actual 4 (0x4)");
    }

    @Test
    void whatIsNotEncapsulatedFailsWhereThatIsExpected() {
        assertThat(failure(DATAGRAMS + "+0 > ipv6 2001:db8::1 > 2001:db8::2: gre: udp (100)\n"))
                .contains(
                        "ipv6.pkt:5:4: expected frame on wire tun differs in gre",
                        "expected a layer gre, actual ipv6 udp");
    }

    @Test
    void aCodepointOfEcnThatIsNotMeantFails() {
        String write = ESTABLISHED + "+0 write(4, ..., 10) = 10\n";
        assertThat(failure(write + "+0 > [ect1] P. 1:11(10) ack 1\n"))
                .contains(
                        "ipv6.pkt:11:4: expected frame on wire tun differs in ipv6.tc",
                        "expected 0x1 in the bits 0x3, actual 0x02");
        assertThat(failure(DATAGRAMS + "+0 > [ect01] udp (100)\n"))
                .contains("expected 0x1 or 0x2 in the bits 0x3, actual 0x00");
        passes(script("ipv6.pkt", write + "+0 > [ect01] P. 1:11(10) ack 1\n"), 1);
    }

    @Test
    void anotherTimeToLiveFails() {
        assertThat(failure(DATAGRAMS + "+0 > [ttl 63] udp (100)\n"))
                .contains("differs in ipv6.hlim", "expected 63 (0x3f), actual 64 (0x40)");
    }

    @Test
    void aFlowLabelByAnotherNameMustBeAnother() {
        assertThat(failure(DATAGRAMS + """
                +0 > [flowlabel 0x7] udp (100)
                +0 write(3, ..., 100) = 100
                +0 > [flowlabel 0x8] udp (100)
                """))
                .contains(
                        "ipv6.pkt:7:4: expected frame on wire tun differs in ipv6.fl",
                        "expected another than before, which the script calls 0x7, actual 0x");
    }

    @Test
    void aPacketWithoutFlowLabelHasNone() {
        assertThat(failure("`sysctl -q net.ipv6.auto_flowlabels=0`\n" + DATAGRAMS + "+0 > [flowlabel 0x7] udp (100)\n"))
                .contains("differs in ipv6.fl", "expected a label, actual none");
    }

    @Test
    void segmentsOfUnequalLengthAreNotJoined() {
        String written = ESTABLISHED + """
                +0 write(4, ..., 50) = 50
                +0 write(4, ..., 70) = 70
                """;
        passes(script("ipv6.pkt", written + "+0 > P. 1:121(120) ack 1\n"), 1);
        assertThat(failure(written + "+0 write(4, ..., 10) = 10\n+0 > P. 1:131(130) ack 1\n"))
                .contains(
                        "ipv6.pkt:13:4: a segment of 130 octets came in parts that do not fit: "
                                + "the last differs in the length of its payload (70, not 50)",
                        "\n  part ipv6",
                        "\n  of       +0 > P. 1:131(130) ack 1");
    }

    @Test
    void aLateSynOfAConnectionBeforeIsPassedOver() {
        passes(script("ipv6.pkt", """
                `sysctl -q net.ipv4.tcp_timestamps=0 net.ipv4.tcp_ecn=0 net.ipv4.tcp_fastopen=5`
                0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
                +0 fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0
                +0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)
                +0 > S 0:0(0) <...>
                +1.2 socket(..., SOCK_STREAM, IPPROTO_TCP) = 4
                +0 fcntl(4, F_SETFL, O_RDWR|O_NONBLOCK) = 0
                +0 sendto(4, ..., 300, MSG_FASTOPEN, ..., ...) = 300
                +0 > S 0:300(300) <...>
                """), 1);
    }

    @Test
    void aPacketOfAnotherProtocolThanTheSocketsIsAProblem() {
        assertThat(failure("0 socket(..., SOCK_DGRAM, IPPROTO_UDP) = 3\n+0 > . 1:1(0) ack 1\n"))
                .contains(
                        "ipv6.pkt:2:6: a packet of tcp belongs to no socket: the last that was opened is one for udp");
    }

    @Test
    void whatPacketsCannotBeIsAProblemAtItsPlace() {
        assertThat(failure("""
                0 socket(..., SOCK_DGRAM, IPPROTO_UDP) = 3
                +0 < icmp unreachabel
                +0 < icmp unreachable nobody
                +0 < icmp echo_request mtu 1000
                +0 < icmp echo_request [raw (7)]
                +0 < gre flags 0x4000, sum 0, off 0, key 0, seq 0: udp (1)
                +0 < mpls (label 1, tc 0, [S], ttl 1): udp (1)
                +0 < ipv4 192.0.2.1 > 192.0.2.2: mpls (label 1, tc 0, [S], ttl 1): udp (1)
                +0 < udp (65535)
                """))
                .contains(
                        "ipv6.pkt:2:6: the type of ICMP \"unreachabel\" is not known here; did you mean \"unreachable\"?",
                        "ipv6.pkt:3:6: the code of ICMP \"nobody\" is not known here",
                        "ipv6.pkt:4:6: only packet_too_big tells an mtu",
                        "ipv6.pkt:5:24: raw (7) counts from the header of ICMP, which has 8 octets",
                        "ipv6.pkt:6:6: only version 0 of GRE without source routes is supported",
                        "ipv6.pkt:8:34: nothing before says that labels of MPLS follow: only gre can",
                        "ipv6.pkt:9:6: a datagram cannot carry 65535 octets: at most 65507");
    }

    @Test
    void icmpOfTheOtherVersionFailsOnlyInTheNetworkThatHasItNot() {
        EngineExecutionResults results = script("both.pkt", """
                0 socket(..., SOCK_DGRAM, IPPROTO_UDP) = 3
                +0 < icmp unreachable host_prohibited
                """);
        results.testEvents().assertStatistics(stats -> stats.succeeded(2).failed(1));
        assertThat(failures(results).get(0))
                .contains("both.pkt:2:6: ICMP of IPv6 has no \"unreachable host_prohibited\"");
    }

    @Test
    void whatIsLeftFailsOnlyWhereItMatters() {
        passes(script("ipv6.pkt", DATAGRAMS), 1);
        assertThat(Trial.failure(strict(DATAGRAMS)))
                .contains("no further frame was expected, 1 frame came", "actual    ipv6 fd3d:a0b:17d6::1");
        passes(strict(DATAGRAMS + "+0 > udp (100)\n"), 1);
    }

    @Test
    void packetsOfOtherConnectionsFailOnlyWhereTheyMatter() {
        String text = DATAGRAMS + """
                +0 < udp 5000 > 9 (10)
                +0 write(3, ..., 20) = 20
                +0 > udp (100)
                +0 > udp (20)
                """;
        passes(script("ipv6.pkt", text), 1);
        assertThat(Trial.failure(strict(text)))
                .contains("ipv6.pkt:8:4: expected frame on wire tun differs in udp", "icmpv6 destination-unreachable");
    }
}
