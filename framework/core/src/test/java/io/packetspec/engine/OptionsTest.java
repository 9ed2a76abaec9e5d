package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Socket options whose values are structs, names, or programs. */
final class OptionsTest {
    private static final String STREAM = "- socket: {type: SOCK_STREAM}\n  as: s\n";
    private static final String DATAGRAM = "- socket: {type: SOCK_DGRAM}\n  as: s\n";
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    @Test
    void aStructIsWrittenByItsFieldsOrItsOctets() {
        trial.passes(STREAM + """
                - setsockopt: {socket: s, option: SO_LINGER, value: {onoff: 1, linger: 3}}
                - getsockopt: {socket: s, option: SO_LINGER, value: {linger: {min: 3}}}
                  as: kept
                - check: kept.value.onoff == 1 && kept.value.linger == 3
                - getsockopt: {socket: s, option: SO_LINGER, value: {not: {onoff: 0}}}
                - getsockopt: {socket: s, option: SO_LINGER, value: {hex: 0100000003000000}}
                - setsockopt: {socket: s, option: SO_LINGER, value: {hex: "0000000003000000"}}
                - getsockopt: {socket: s, option: SO_LINGER, value: {onoff: 0}}
                - setsockopt: {socket: s, option: SO_LINGER, value: {hex: "00"}}
                  fails: EINVAL
                """);
        assertThat(trial.failure(
                        STREAM + "- getsockopt: {socket: s, option: SO_LINGER, value: {onoff: 1, linger: 2}}\n"))
                .contains(":7:9: getsockopt: expected value.onoff 1, actual 0\n  expected value.linger 2, actual 0\n");
        assertThat(trial.failure(STREAM + "- getsockopt: {socket: s, option: SO_LINGER, value: {hex: 01}}\n"))
                .contains("getsockopt: expected value 01, actual 0000000000000000\n");
    }

    @Test
    void constantsAndErrnosAreToldByTheirNames() {
        trial.passes(STREAM + """
                - setsockopt: {socket: s, option: IP_MTU_DISCOVER, value: IP_PMTUDISC_DO}
                - getsockopt: {socket: s, option: IP_MTU_DISCOVER, value: {in: [IP_PMTUDISC_DO, IP_PMTUDISC_PROBE]}}
                - getsockopt: {socket: s, option: IP_MTU_DISCOVER, value: 2}
                - getsockopt: {socket: s, option: SO_TYPE, value: SOCK_STREAM}
                - getsockopt: {socket: s, option: SO_PROTOCOL, value: IPPROTO_TCP}
                """);
        assertThat(trial.failure(
                        STREAM + "- getsockopt: {socket: s, option: IP_MTU_DISCOVER, value: IP_PMTUDISC_DO}\n"))
                .contains("getsockopt: expected value IP_PMTUDISC_DO, actual IP_PMTUDISC_WANT\n");
        assertThat(trial.failure(STREAM + "- getsockopt: {socket: s, option: SO_ERROR, value: ECONNREFUSED}\n"))
                .contains("getsockopt: expected value ECONNREFUSED, actual 0\n");
        assertThat(trial.failure(STREAM + "- getsockopt: {socket: s, option: SO_RCVTIMEO, value: 5ms}\n"))
                .contains("getsockopt: expected value 5000us, actual 0us\n");
    }

    @Test
    void thePendingErrorIsAnErrno() {
        trial.passes(DATAGRAM + """
                - connect: {socket: s, to: "peer:9"}
                - send: {socket: s, payload: a}
                - expect: [udp]
                  as: d
                - inject: [icmp: {type: destination-unreachable, code: 3}, ipv4: {src: dut, dst: peer}, udp: {sport: "${d.udp.sport}", dport: 9}]
                - getsockopt: {socket: s, option: SO_ERROR, value: ECONNREFUSED}
                - getsockopt: {socket: s, option: SO_ERROR, value: 0}
                """);
    }

    @Test
    void groupsAreJoinedByAddressAndInterface() {
        String joined = """
                - setsockopt: {socket: s, option: IP_ADD_MEMBERSHIP, value: {multiaddr: 224.0.0.77, ifindex: lo}}
                - setsockopt: {socket: s, option: MCAST_JOIN_GROUP, value: {interface: lo, group: 224.0.0.78}}
                - setsockopt: {socket: s, option: IP_MULTICAST_IF, value: {address: dut}}
                - getsockopt: {socket: s, option: IP_MULTICAST_IF, value: dut}
                - run: cat /proc/net/igmp
                  prints: {matches: "(?s)4D0000E0.*"}
                - run: cat /proc/net/igmp
                  prints: 4E0000E0
                - setsockopt: {socket: s, option: IP_DROP_MEMBERSHIP, value: {multiaddr: 224.0.0.77, ifindex: lo}}
                - run: cat /proc/net/igmp
                  prints: {not: 4D0000E0}
                """;
        trial.passes(DATAGRAM + joined);
        trial.passes("""
                - socket: {domain: AF_INET6, type: SOCK_DGRAM}
                  as: s
                - setsockopt: {socket: s, option: IPV6_JOIN_GROUP, value: {multiaddr: "ff02::77", interface: lo}}
                - run: cat /proc/net/igmp6
                  prints: ff020000000000000000000000000077
                - setsockopt: {socket: s, option: MCAST_JOIN_GROUP, level: IPPROTO_IPV6, value: {interface: lo, group: "ff02::78"}}
                - setsockopt: {socket: s, option: IPV6_MULTICAST_IF, value: lo}
                - getsockopt: {socket: s, option: IPV6_MULTICAST_IF, value: 1}
                """);
        assertThat(trial.failure(DATAGRAM + "- setsockopt: {socket: s, option: SO_BINDTOIFINDEX, value: eth7}\n"))
                .contains("host dut has no interface eth7");
    }

    @Test
    void aFilterIsAListOfInstructions() {
        String packet = """
                - socket: {domain: AF_PACKET, type: SOCK_RAW, protocol: ETH_P_ALL}
                  as: s
                - setsockopt: {socket: s, option: SO_ATTACH_FILTER, value: [[0x28, 0, 0, 12], [0x15, 0, 1, 0x806], [0x6, 0, 0, 0xffffffff], [0x6, 0, 0, 0]]}
                """;
        String frames = """
                - inject: [icmp]
                - expect: [icmp]
                - inject: [arp: {op: request}]
                - expect: [arp: {op: reply}]
                """;
        trial.passes(packet + frames + """
                - recv: {socket: s, packet: [eth, arp: {op: request}]}
                - recv: {socket: s, packet: [eth, arp: {op: reply}]}
                - setsockopt: {socket: s, option: SO_LOCK_FILTER, value: 1}
                - setsockopt: {socket: s, option: SO_DETACH_FILTER, value: 0}
                  fails: EPERM
                """);
        assertThat(trial.failure(packet + frames + "- recv: {socket: s, packet: [eth, ipv4]}\n"))
                .contains("what recv received differs in ipv4");
        trial.passes("""
                - socket: {type: SOCK_DGRAM}
                  as: s
                - setsockopt: {socket: s, option: SO_ATTACH_FILTER, value: [[0x28, 0, 0, 12]]}
                  fails: EINVAL
                - setsockopt: {socket: s, option: SO_ATTACH_FILTER, value: []}
                  fails: EINVAL
                """);
    }
}
