package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Labs of more than a host on a wire. */
final class TopologyTest {
    private static final String BOTH = "family: [ipv4, ipv6]\n";
    private static final String DUT = "[192.0.2.1/24, \"2001:db8::1/64\"]";
    private static final String BRIDGE = LabTrial.lab("""
            dut:
              interfaces:
                left: {wire: one}
                right: {wire: two}
                br0: {bridge: [left, right], addresses: %s}
            """.formatted(DUT));

    private LabTrial lab;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        lab = new LabTrial(folder);
    }

    @Test
    void aBridgeJoinsTwoWires() {
        lab.passes(2, BOTH + BRIDGE, """
                - inject: [ip: {dst: two}, udp: {dport: 9}, payload: hello]
                  from: one
                - expect: [eth: {src: one, dst: two}, ip: {src: one, dst: two}, udp: {dport: 9}, payload: hello]
                  at: two
                - silence
                - inject: [ip: {dst: dut}, tcp: {dport: 9, flags: S}]
                  from: two
                - expect: [eth: {src: dut}, ip: {src: dut, dst: two}, tcp: {flags: RA}]
                  at: two
                """);
    }

    @Test
    void whatABridgeFloodsIsSeenOnEveryWireOfIt() {
        String failure = Trial.failure(lab.spec(BRIDGE, """
                - inject: [eth: {dst: "02:00:00:00:77:01"}, ip: {dst: two}, udp: {dport: 9}]
                  from: one
                - silence
                """));
        assertThat(failure).contains("no further frame was expected, 1 frame came", "wire-two.pcapng");
    }

    @Test
    void aBridgeWithoutAnyAddressIsSilent() {
        lab.passes(
                1,
                LabTrial.lab("""
                dut:
                  interfaces: {left: {wire: one}, right: {wire: two}, br0: {bridge: [left, right]}}
                """) + "  wires: {one: {addresses: [192.0.2.1/24]}, two: {addresses: [192.0.2.2/24]}}\n",
                """
                - silence
                - inject: [ip: {dst: two}, udp: {dport: 9}]
                  from: one
                - expect: [eth: {dst: two}, ip: {dst: two}, udp: {dport: 9}]
                  at: two
                - counters: {IpInReceives: 0, Icmp6InMsgs: 0, others: 0}
                """);
    }

    @Test
    void aBridgeJoinsAWireAndALink() {
        lab.passes(
                2,
                BOTH + LabTrial.lab("""
                bridge:
                  interfaces: {left: {wire: peer}, right: {link: server.eth0}, br0: {bridge: [left, right]}}
                server:
                  interfaces: {eth0: {addresses: %s}}
                """.formatted(DUT))
                        + "  wires: {peer: {addresses: [192.0.2.2/24, \"2001:db8::2/64\"]}}\n",
                """
                - inject: [ip: {dst: server}, tcp: {dport: 9, flags: S}]
                - expect: [eth: {src: server}, ip: {src: server, dst: peer}, tcp: {flags: RA}]
                """);
    }

    @Test
    void aRouterJoinsAWireAndAServerBehindALink() {
        lab.passes(2, BOTH + LabTrial.lab("""
                router:
                  sysctl: {net.ipv4.ip_forward: 1, net.ipv6.conf.all.forwarding: 1}
                  interfaces:
                    left: {wire: client, addresses: %s}
                    right: {link: server.eth0, addresses: [198.51.100.1/24, "2001:db8:1::1/64"]}
                server:
                  interfaces: {eth0: {addresses: [198.51.100.2/24, "2001:db8:1::2/64"]}}
                  routes: [{to: default, via: router}]
                """.formatted(DUT)), """
                - inject: [ip: {dst: server, ttl: 9}, tcp: {dport: 9, flags: S}]
                - expect: [ip: {src: server, dst: client, ttl: 63}, tcp: {flags: RA}]
                - socket: {type: SOCK_DGRAM}
                  on: router
                  as: s
                - connect: {socket: s, to: "server:9"}
                  on: router
                - send: {socket: s, payload: hello}
                  on: router
                - recv: {socket: s}
                  on: router
                  fails: ECONNREFUSED
                """);
    }

    @Test
    void aMacvlanAnswersOnItsOwnMac() {
        lab.passes(2, BOTH + LabTrial.lab("""
                dut:
                  interfaces:
                    eth0: {wire: peer}
                    mv0: {macvlan: eth0, mode: bridge, mac: "02:00:00:00:99:01", addresses: %s}
                """.formatted(DUT)), """
                - inject: [ip: {dst: dut}, tcp: {dport: 9, flags: S}]
                - expect: [eth: {src: "02:00:00:00:99:01"}, ip: {src: dut}, tcp: {flags: RA, checksum: valid}]
                """);
    }

    @Test
    void aVxlanSendsItsFramesInUdp() {
        String hosts = LabTrial.lab("""
                dut:
                  interfaces:
                    eth0: {wire: peer, addresses: %s}
                    vx0: {vxlan: {id: 42, local: dut, remote: peer, dev: eth0}, addresses: [10.0.0.1/24]}
                  neighbours: [{to: 10.0.0.2, mac: "02:00:00:00:88:01", dev: vx0}]
                """.formatted(DUT));
        lab.passes(2, BOTH + hosts, """
                - socket: {type: SOCK_DGRAM, domain: AF_INET}
                  as: s
                - sendto: {socket: s, to: "10.0.0.2:9", payload: hello}
                - expect:
                  - ip: {src: dut, dst: peer}
                  - udp: {dport: 4789}
                  - vxlan: {vni: 42}
                  - eth: {dst: "02:00:00:00:88:01"}
                  - ipv4: {src: 10.0.0.1, dst: 10.0.0.2}
                  - udp: {dport: 9}
                  - payload: hello
                - inject:
                  - udp: {sport: 4000}
                  - vxlan: {vni: 42}
                  - eth: {src: "02:00:00:00:88:01", dst: "ff:ff:ff:ff:ff:ff"}
                  - ipv4: {src: 10.0.0.2, dst: 10.0.0.1}
                  - icmp: {type: echo-request, id: 7}
                - expect: [udp, vxlan: {vni: 42}, eth, ipv4: {src: 10.0.0.1}, icmp: {type: echo-reply, id: 7}]
                """);
    }

    @Test
    void twoKernelsTalkThroughAVxlan() {
        String host = """
                %s:
                  interfaces:
                    eth0: {%s addresses: [192.0.2.%d/24]}
                    vx0: {vxlan: {id: 1, local: 192.0.2.%d, remote: 192.0.2.%d, dev: eth0}, addresses: [10.0.0.%d/24]}
                """;
        lab.passes(
                1,
                LabTrial.lab(host.formatted("a", "link: b.eth0,", 1, 1, 2, 1) + host.formatted("b", "", 2, 2, 1, 2)),
                "- socket: {type: SOCK_DGRAM}\n  on: a\n  as: s\n"
                        + "- connect: {socket: s, to: \"10.0.0.2:9\"}\n  on: a\n"
                        + "- send: {socket: s, payload: hello}\n  on: a\n"
                        + "- recv: {socket: s}\n  on: a\n  fails: ECONNREFUSED\n");
    }

    @Test
    void aKindThatTheKernelHasNotIsSkippedOrToldInWords() {
        lab.spec("requires: {device: nosuchkind}\n", "- silence\n")
                .testEvents()
                .assertStatistics(stats -> stats.skipped(1).failed(0));
        lab.passes(1, "requires: {device: [bridge, macvlan, vxlan, veth]}\n", "- silence\n");
    }

    @Test
    void offloadsAreAsTheyAreSaid() {
        String hosts = "requires: {command: ethtool}\n"
                + LabTrial.lab(
                        "dut: {interfaces: {eth0: {wire: peer, addresses: [192.0.2.1/24], offloads: {gro: on, tx-checksum: on}}}}");
        EngineExecutionResults results = lab.spec(hosts, """
                - run: ethtool -k eth0
                  prints: {matches: "generic-receive-offload: on"}
                """);
        assertThat(results.testEvents().failed().count()).isZero();
        String partial = LabTrial.lab(
                "dut: {interfaces: {eth0: {wire: peer, addresses: [192.0.2.1/24], offloads: {tx-checksum: on}}}}");
        assertThat(Trial.failure(lab.spec(partial, """
                        - socket: {type: SOCK_DGRAM}
                          as: s
                        - sendto: {socket: s, to: "peer:9", payload: hello}
                        - expect: [udp: {checksum: valid}]
                        """))).contains("differs in udp.checksum");
    }
}
