package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** sendmsg and recvmsg with their control messages, and socket addresses of every form. */
final class MessagesTest {
    private static final String RECEIVER = """
            - socket: {type: SOCK_DGRAM}
              as: u
            - bind: {socket: u, address: "dut:9"}
            - setsockopt: {socket: u, option: IP_PKTINFO, value: 1}
            - setsockopt: {socket: u, option: IP_RECVTTL, value: 1}
            - inject: [ipv4: {ttl: 7}, udp: {sport: 5, dport: 9}, payload: hello]
            """;
    private static final String SENDER = """
            - socket: {type: SOCK_DGRAM}
              as: u
            - bind: {socket: u, address: "dut:9"}
            """;
    private static final String PACKET = """
            - socket: {domain: AF_PACKET, type: SOCK_RAW, protocol: ETH_P_IP}
              as: p
            - inject: [eth: {dst: "02:00:00:00:00:99"}, ipv4, payload: hello]
            """;
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    @Test
    void controlMessagesThatAreReceivedAreMatchedAndKept() {
        trial.passes(RECEIVER + """
                - recvmsg: {socket: u, payload: hello, from: "peer:5", control: {IP_TTL: 7, IP_PKTINFO: {ifindex: eth0, addr: dut}, IP_TOS: absent, others: 0}, msg_flags: 0}
                  as: m
                - check: m.control.IP_TTL == 7 && m.control.IP_PKTINFO.addr == dut && m.msg_flags == 0
                - check: m.port == 5 && m.sockaddr.port == 5 && m.address == peer && m.returned == 5
                """);
    }

    @Test
    void oneWithoutANameIsMatchedByItsOctets() {
        trial.passes(RECEIVER
                + "- recvmsg: {socket: u, control: [IP_PKTINFO: any, {level: IPPROTO_IP, type: 2, hex: 07000000}]}\n");
        assertThat(trial.failure(RECEIVER + "- recvmsg: {socket: u, control: [{level: 0, type: 2, hex: 08000000}]}\n"))
                .contains("recvmsg: expected control.{level: 0, type: 2} 08000000, actual 07000000");
    }

    @Test
    void whatIsCutOffIsReportedInTheFlags() {
        trial.passes(RECEIVER
                + "- recvmsg: {socket: u, size: 2, control-size: 32, payload: he, msg_flags: MSG_TRUNC|MSG_CTRUNC}\n");
        assertThat(trial.failure(RECEIVER + "- recvmsg: {socket: u, size: 2, msg_flags: 0}\n"))
                .contains(":11:9: recvmsg: expected msg_flags 0, actual MSG_TRUNC\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {IP_TTL: 8}                      | expected control.IP_TTL 8, actual 7
            {IP_TTL: {not: 7}}               | expected control.IP_TTL {not: 7}, actual 7
            {IP_TTL: absent}                 | expected control.IP_TTL absent, actual 7
            {IP_PKTINFO: {addr: peer}}       | expected control.IP_PKTINFO.addr 192.0.2.2, actual 192.0.2.1
            {IP_PKTINFO: {ifindex: lo}}      | expected control.IP_PKTINFO.ifindex 1, actual 2
            {IP_PKTINFO: any, others: 0}     | expected no other control message, actual IP_TTL 7
            {IP_TOS: 0}                      | expected control.IP_TOS 0, actual absent; there came IP_PKTINFO {ifindex: 2, spec_dst: 192.0.2.1, addr: 192.0.2.1}, IP_TTL 7
            {IP_PKTINFO: {ifindex: eth9}}    | host dut has no interface eth9
            """)
    void aControlMessageThatIsNotAsExpectedIsTold(String control, String told) {
        assertThat(trial.failure(RECEIVER + "- recvmsg: {socket: u, control: " + control + "}\n"))
                .contains(told);
    }

    @Test
    void controlMessagesAreSentByNameAndByOctets() {
        trial.passes(SENDER + """
                - sendmsg: {socket: u, to: "peer:5", payload: hi, control: {IP_TTL: 3, IP_TOS: 8}}
                  returns: 2
                - expect: [ipv4: {ttl: 3, tos: 8}, udp: {dport: 5}, payload: hi]
                - sendmsg: {socket: u, to: "peer:5", payload: hi, control: [IP_TTL: 9, {level: IPPROTO_IP, type: 1, hex: 04000000}]}
                - expect: [ipv4: {ttl: 9, tos: 4}, udp: {dport: 5}, payload: hi]
                - sendmsg: {socket: u, to: "peer:5", payload: hi, control: {IP_TTL: 0}}
                  fails: EINVAL
                - connect: {socket: u, to: "peer:6"}
                - sendmsg: {socket: u, payload: hi}
                - expect: [udp: {dport: 6}]
                """);
        assertThat(trial.failure(SENDER + "- sendmsg: {socket: u, payload: hi}\n"))
                .contains("sendmsg failed with EDESTADDRREQ, expected it to succeed");
    }

    private static String error(String expected) {
        return """
                - socket: {type: SOCK_DGRAM}
                  as: u
                - setsockopt: {socket: u, option: IP_RECVERR, value: 1}
                - connect: {socket: u, to: "peer:9"}
                - send: {socket: u, payload: abc}
                - expect: [udp]
                  as: d
                - inject: [icmp: {type: destination-unreachable, code: 3}, ipv4: {src: dut, dst: peer}, udp: {sport: "${d.udp.sport}", dport: 9}]
                - recvmsg: {socket: u, flags: MSG_ERRQUEUE|MSG_DONTWAIT, from: "peer:9", msg_flags: MSG_ERRQUEUE, control: {IP_RECVERR: %s}}
                  as: m
                - check: m.control.IP_RECVERR.offender.address == peer && m.control.IP_RECVERR.ee_type == 3
                """.formatted(expected);
    }

    @Test
    void anErrorOfTheQueueHasItsErrnoByNameAndItsOffender() {
        trial.passes(error(
                "{ee_errno: ECONNREFUSED, ee_origin: SO_EE_ORIGIN_ICMP, ee_type: 3, ee_code: 3, offender: peer}"));
        assertThat(trial.failure(error("{ee_errno: EHOSTUNREACH, ee_code: 3}")))
                .contains("recvmsg: expected control.IP_RECVERR.ee_errno EHOSTUNREACH, actual ECONNREFUSED\n");
        assertThat(trial.failure(error("{ee_origin: SO_EE_ORIGIN_ICMP6, offender: dut}")))
                .contains(
                        "recvmsg: expected control.IP_RECVERR.ee_origin SO_EE_ORIGIN_ICMP6, actual SO_EE_ORIGIN_ICMP",
                        "\n  expected control.IP_RECVERR.offender.address 192.0.2.1, actual 192.0.2.2");
    }

    @Test
    void thePacketSocketsAddressHasFields() {
        trial.passes(PACKET + """
                - recvfrom: {socket: p, packet: [eth], from: {family: AF_PACKET, pkttype: PACKET_OTHERHOST, protocol: ETH_P_IP, ifindex: eth0, halen: 6, address: peer}}
                  as: got
                - check: got.sockaddr.pkttype == 3 && got.sockaddr.address == got.eth.src
                - getsockname: {socket: p, address: {protocol: ETH_P_IP, ifindex: 0}}
                - bind: {socket: p, address: {protocol: ETH_P_ARP, ifindex: lo}}
                - getsockname: {socket: p, address: {protocol: ETH_P_ARP, ifindex: 1}}
                - sendto: {socket: p, to: {ifindex: eth0}, packet: [eth: {src: dut, dst: peer, type: 0x88b5}, payload: hello]}
                - expect: [eth: {type: 0x88b5}, payload: hello]
                """);
        assertThat(trial.failure(
                        PACKET + "- recvfrom: {socket: p, from: {pkttype: PACKET_HOST, ifindex: {not: lo}}}\n"))
                .contains("recvfrom: expected from.pkttype PACKET_HOST, actual PACKET_OTHERHOST\n");
        assertThat(trial.failure(PACKET + "- recvfrom: {socket: p, from: {protocol: ETH_P_ARP}}\n"))
                .contains("recvfrom: expected from.protocol ETH_P_ARP, actual ETH_P_IP\n");
        assertThat(trial.failure(PACKET + "- recvfrom: {socket: p, from: peer}\n"))
                .contains(
                        "expected from {address: 192.0.2.2, port: any}, actual {family: AF_PACKET, protocol: ETH_P_IP,");
    }

    @Test
    void addressesHaveAnyLengthFamilyAndOctets() {
        trial.passes(SENDER + """
                - sendto: {socket: u, to: {address: peer, port: 9, length: 12}, payload: a}
                  fails: EINVAL
                - sendto: {socket: u, to: {hex: 02000009}, payload: a}
                  fails: EINVAL
                - sendto: {socket: u, to: {family: AF_INET6, address: "2001:db8::2", port: 9}, payload: a}
                  fails: EAFNOSUPPORT
                - sendto: {socket: u, to: {family: AF_UNSPEC, address: peer, port: 7}, payload: a}
                - expect: [udp: {dport: 7}]
                - connect: {socket: u, to: "peer:9"}
                - connect: {socket: u, to: {family: AF_UNSPEC}}
                - getpeername: {socket: u}
                  fails: ENOTCONN
                - getsockname: {socket: u, address: {family: AF_INET, address: dut, port: {min: 1}}}
                """);
        assertThat(trial.failure(SENDER + "- getsockname: {socket: u, address: {family: AF_INET6}}\n"))
                .contains("getsockname: expected address.family AF_INET6, actual AF_INET\n");
    }

    @Test
    void anAddressThatDoesNotComeIsNoneThatIsExpected() {
        assertThat(trial.failure("""
                - socket: {domain: AF_UNIX, type: SOCK_DGRAM}
                  as: one
                - bind: {socket: one, address: {hex: "0100 00 61"}}
                - socket: {domain: AF_UNIX, type: SOCK_DGRAM}
                  as: two
                - sendto: {socket: two, to: {hex: "0100 00 61"}, payload: hello}
                - recvfrom: {socket: one, from: peer, payload: hello}
                """))
                .contains("recvfrom: expected from {address: 192.0.2.2, port: any}, actual none\n");
    }
}
