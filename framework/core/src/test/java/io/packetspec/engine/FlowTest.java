package io.packetspec.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments of declared connections with a real kernel at the other end. */
final class FlowTest {
    private FlowTrial flows;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        flows = new FlowTrial(folder);
    }

    @Test
    void whatIsLeftOutIsNextOnBothSides() {
        flows.passes(FlowTrial.FLOWS, FlowTrial.ESTABLISHED + """
                - inject: [tcp: {flow: c, flags: PA}, payload: hello]
                - expect: [tcp: {flow: c, flags: A}]
                - inject: [tcp: {flow: c, flags: PA}, payload: world]
                - expect: [tcp: {flow: c, flags: A, seq: 1, ack: 11}]
                - send: {socket: conn, payload: {size: 3000}}
                - expect: [tcp: {flow: c, ack: 11}]
                  count: 3
                - check: c.host.next == 3001 && c.wire.next == 11
                - inject: [tcp: {flow: c, flags: A}]
                  as: ack
                - check: ack.tcp.ack == c.host.isn + 3001 || ack.tcp.ack + 0x100000000 == c.host.isn + 3001
                """);
    }

    @Test
    void aHoleIsNotPassedOver() {
        flows.passes(FlowTrial.FLOWS, FlowTrial.WITH_OPTIONS + """
                - inject: [tcp: {flow: c, flags: A, seq: 1001}, payload: {size: 1000}]
                - expect: [tcp: {flow: c, flags: A, options: [nop, nop, ts, nop, nop, sack: [{left: 1001, right: 2001}]]}]
                - check: c.wire.next == 1
                - inject: [tcp: {flow: c, flags: A}, payload: {size: 1000}]
                - expect: [tcp: {flow: c, flags: A, ack: 2001, options: [nop, nop, ts]}]
                - check: c.wire.next == 2001
                """);
    }

    @Test
    void aRetransmissionMovesNothingBack() {
        flows.passes(FlowTrial.FLOWS, FlowTrial.ESTABLISHED + """
                - send: {socket: conn, payload: hello}
                - expect: [tcp: {flow: c, flags: PA}, payload: hello]
                - expect: [tcp: {flow: c, flags: PA, seq: 1}, payload: hello]
                - check: c.host.next == 6
                - inject: [tcp: {flow: c, flags: PA}, payload: hello]
                - expect: [tcp: {flow: c, flags: A}]
                - inject: [tcp: {flow: c, flags: PA, seq: 1}, payload: hello]
                - expect: [tcp: {flow: c, flags: A}]
                """);
    }

    @Test
    void anAbsoluteSegmentMovesNothing() {
        flows.passes(FlowTrial.FLOWS, FlowTrial.ESTABLISHED + """
                - inject: [tcp: {sport: 4000, dport: 80, flags: A, seq: 500, ack: "${c.host.isn + 1}"}, payload: old]
                - expect: [tcp: {flow: c, flags: A}]
                - check: c.wire.next == 1
                - inject: [tcp: {flow: c, flags: PA}, payload: hello]
                - expect: [tcp: {flow: c, flags: A, ack: 6}]
                """);
    }

    @Test
    void whatNoTcpTakesMovesNothing() {
        flows.passes(FlowTrial.FLOWS, FlowTrial.ESTABLISHED + """
                - inject: [tcp: {flow: c, flags: PA, checksum: 0xdead}, payload: hello]
                - silence
                - inject: [tcp: {flow: c, flags: PA}, payload: hello]
                - expect: [tcp: {flow: c, flags: A, ack: 6}]
                """);
    }

    @Test
    void aClockOfTheSpecMayBeginAnywhere() {
        flows.passes(
                FlowTrial.FLOWS,
                FlowTrial.ESTABLISHED.replace("handshake: c", "handshake: {flow: c, options: [ts: {val: 4294966000}]}")
                        + """
                - inject: [tcp: {flow: c, flags: PA}, payload: hello]
                - expect: [tcp: {flow: c, flags: A, options: [nop, nop, ts: {ecr: 4294966000}]}]
                """);
    }

    @Test
    void timestampsCountFromWhereEitherSideBegan() {
        flows.passes(FlowTrial.FLOWS, FlowTrial.WITH_OPTIONS + """
                - inject: [tcp: {flow: c, flags: PA, options: [nop, nop, ts: {val: 5}]}, payload: hello]
                - expect: [tcp: {flow: c, flags: A, options: [nop, nop, ts: {val: {max: 5000}, ecr: 5}]}]
                - inject: [tcp: {flow: c, flags: PA}, payload: hello]
                - expect: [tcp: {flow: c, flags: A, options: [nop, nop, ts: {ecr: 5}]}]
                - inject: [tcp: {flow: c, flags: PA, seq: 11, options: [nop, nop, ts: {val: 3}]}, payload: old]
                - expect: [tcp: {flow: c, flags: A, ack: 11, options: [nop, nop, ts: {ecr: 5}]}]
                - inject: [tcp: {flow: c, flags: PA, seq: 11, options: []}, payload: bare]
                  as: bare
                - expect: [tcp: {flow: c, flags: A, ack: 15, options: [nop, nop, ts: {ecr: 5}]}]
                - check: bare.tcp.dataofs == 5
                - inject: [tcp: {flow: c, flags: PA}, payload: new]
                - expect: [tcp: {flow: c, flags: A, ack: 18, options: [nop, nop, ts: {ecr: 5}]}]
                """);
    }

    @Test
    void aWindowIsInOctets() {
        flows.passes(FlowTrial.FLOWS, FlowTrial.WITH_OPTIONS + """
                - inject: [tcp: {flow: c, flags: A, window: 256}]
                  as: small
                - check: small.tcp.win == 2
                - send: {socket: conn, payload: {size: 256}}
                - expect: [tcp: {flow: c, window: {min: 60000}}, payload: {size: 256}]
                - inject: [tcp: {flow: c, flags: A}]
                  as: same
                - check: same.tcp.win == 2 && same.tcp.ack == small.tcp.ack + 256
                """);
    }

    @Test
    void severalFlowsGoOnAtOnce() {
        flows.passes(
                FlowTrial.FLOWS + ", d: {from: \"peer:4001\", to: \"dut:80\", isn: 0}", FlowTrial.ESTABLISHED + """
                - handshake: {flow: d, win: 1000}
                - inject: [tcp: {flow: c, flags: PA}, payload: hello]
                - inject: [tcp: {flow: d, flags: PA}, payload: hi]
                - expect: {any-order: [[tcp: {flow: d, flags: A}], [tcp: {flow: c, flags: A}]]}
                - inject: [tcp: {flow: d, flags: PA}, payload: hi]
                - expect: [tcp: {flow: d, flags: A, ack: 5}]
                """);
    }

    @Test
    void bothSidesMayFinish() {
        flows.passes(FlowTrial.FLOWS, FlowTrial.ESTABLISHED + """
                - inject: [tcp: {flow: c, flags: FA}]
                - expect: [tcp: {flow: c, flags: A, ack: 2}]
                - close: {socket: conn}
                - expect: [tcp: {flow: c, flags: FA}]
                - inject: [tcp: {flow: c, flags: A}]
                - inject: [tcp: {flow: c, flags: A}]
                - expect: [tcp: {flow: c, flags: R}]
                """);
    }

    @Test
    void aResetIsWhatTheSegmentBeforeItAsksFor() {
        flows.passes(FlowTrial.FLOWS, """
                - inject: [tcp: {flow: c, flags: S}]
                - expect: [tcp: {flow: c, flags: RA}]
                - inject: [tcp: {flow: c, flags: A, ack: 7}]
                - expect: [tcp: {flow: c, flags: R}]
                """);
        flows.passes(FlowTrial.FLOWS, FlowTrial.ESTABLISHED + """
                - inject: [tcp: {flow: c, flags: PA}, payload: hello]
                - expect: [tcp: {flow: c, flags: A}]
                - close: {socket: conn}
                - expect: [tcp: {flow: c, flags: RA}]
                """);
        flows.passes(FlowTrial.FLOWS, FlowTrial.ESTABLISHED + """
                - inject: [tcp: {flow: c, flags: R}]
                - recv: {socket: conn}
                  fails: ECONNRESET
                """);
    }

    @Test
    void anErrorQuotesWhatTheHostSent() {
        String steps = """
                - socket: {type: SOCK_STREAM|SOCK_NONBLOCK}
                  as: s
                - connect: {socket: s, to: "peer:80"}
                  fails: EINPROGRESS
                - expect: [tcp: {flow: c, flags: S}]
                - inject: [icmp: {type: 3, code: 3}, ipv4, tcp: {flow: c, seq: 7}]
                - poll: {socket: s, events: POLLERR, revents: 0}
                - inject: [icmp: {type: 3, code: 3}, ipv4, tcp: {flow: c}]
                - poll: {socket: s, events: POLLERR, revents: {not: 0}}
                - getsockopt: {socket: s, option: SO_ERROR, value: 111}
                """;
        FlowTrial.succeeds(flows.spec("c: {from: dut, to: \"peer:80\"}", "ipv4", steps), 1);
    }

    @Test
    void anErrorOfTheHostQuotesWhatTheSpecSent() {
        String lab = """
                feature: trial
                lab:
                  hosts:
                    router:
                      sysctl: {net.ipv4.ip_forward: 1}
                      interfaces:
                        left: {wire: client, addresses: [192.0.2.1/24]}
                        right: {wire: server, addresses: [198.51.100.1/24], mtu: 1000}
                specs:
                  - spec: a trial
                    flows: {c: {from: "client:4000", to: "198.51.100.1:80"}}
                    steps:
                      - inject: [ipv4: {dst: server, flags: DF}, tcp: {flow: c, flags: A, seq: 5}, payload: {size: 1200}]
                      - expect: [icmp: {type: 3, code: 4, mtu: 1000}, ipv4: {dst: server}, tcp: {flow: c, flags: A}]
                """;
        FlowTrial.succeeds(
                Trial.run(selectFile(flows.trial().file("trial.spec.yaml", lab).toString())), 1);
    }

    @Test
    void aHostBehindARouterIsReachedByItsFlow() {
        String lab = """
                feature: trial
                lab:
                  hosts:
                    router:
                      sysctl: {net.ipv4.ip_forward: 1}
                      interfaces:
                        left: {wire: client, addresses: [192.0.2.1/24]}
                        right: {link: server.eth0, addresses: [198.51.100.1/24]}
                    server:
                      interfaces:
                        eth0: {addresses: [198.51.100.2/24]}
                      routes: [{to: default, via: router}]
                flows: {c: {from: "client:4000", to: "server:80"}}
                specs:
                  - spec: a trial
                    steps:
                      - socket: {type: SOCK_STREAM}
                        on: server
                        as: listener
                      - bind: {socket: listener, address: "server:80"}
                        on: server
                      - listen: {socket: listener}
                        on: server
                      - handshake: c
                      - accept: {socket: listener}
                        on: server
                        as: conn
                      - send: {socket: conn, payload: {size: 1460}}
                        on: server
                      - expect: [ipv4: {ttl: 63}, tcp: {flow: c}, payload: {size: 1460}]
                      - inject: [icmp: {type: 3, code: 4, mtu: 1000}, ipv4, tcp: {flow: c}]
                      - expect: [tcp: {flow: c, seq: 1}, payload: {size: 960}]
                      - expect: [tcp: {flow: c, seq: 961}, payload: {size: 500}]
                """;
        FlowTrial.succeeds(
                Trial.run(selectFile(flows.trial().file("trial.spec.yaml", lab).toString())), 1);
    }

    @Test
    void whatIsAllowedMayBeAnySegmentAndMovesNothing() {
        flows.passes(FlowTrial.FLOWS, FlowTrial.ESTABLISHED + """
                - send: {socket: conn, payload: hello}
                - silence:
                  allow: [[tcp: {flow: c, flags: PA, seq: {min: 1, max: 6}}]]
                - check: c.host.next == 1
                """);
    }

    @Test
    void whatIsTriedAgainBeginsWhereItBegan() {
        flows.passes(FlowTrial.FLOWS, FlowTrial.ESTABLISHED + """
                - send: {socket: conn, payload: hello}
                - eventually:
                    - expect: [tcp: {flow: c, flags: PA}, payload: hello]
                    - expect: [tcp: {flow: c, flags: PA, seq: 1}, payload: hello]
                - check: c.host.next == 6
                """);
    }
}
