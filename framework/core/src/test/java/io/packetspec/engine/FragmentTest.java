package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets that are sent in fragments, and datagrams that come in fragments. */
final class FragmentTest {
    private static final String ECHO = """
            - inject: [icmp: {id: 7}, payload: {size: 3000, pattern: ab}]
              fragment: {size: 1200, order: [2, 0, 1]}
            """;
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    @Test
    void theKernelTakesWhatIsSentAndTheSpecWhatComes() {
        trial.passes(ECHO + """
                - expect: [ipv4: {len: 3028, checksum: valid}, icmp: {type: echo-reply, checksum: valid}]
                  reassembled: true
                  within: 5s
                  as: whole
                - check: whole.fragments == 3 && whole.icmp.id == 7 && whole.ipv4.frag == 0 && whole.time > 0
                """);
    }

    @Test
    void whatIsKeptIsTheWholeAndItsIdentificationThatOfTheFragments() {
        trial.passes("""
                - inject: [udp: {dport: 9}, payload: {size: 32}]
                  fragment: {size: 24}
                  as: one
                - expect: [icmp: {type: 3}, ipv4: {id: "${one.ipv4.id}"}, udp: {len: 40}]
                - inject: [ipv4: {id: 77}, udp: {dport: 9}, payload: {size: 32}]
                  fragment: {size: 24}
                  as: two
                - inject: [udp: {dport: 9}, payload: {size: 32}]
                  fragment: {size: 24, id: 0xbeef}
                  as: three
                - check: one.ipv4.id == 1 && two.ipv4.id == 77 && three.ipv4.id == 0xbeef && two.udp.len == 40
                - expect: [icmp: {type: 3}]
                  count: 2
                """);
    }

    @Test
    void aQuotedHeaderIsNotWhereAPacketIsCut() {
        trial.passes("""
                - inject: [icmp: {type: 3, code: 3}, ipv4: {src: dut, dst: peer}, udp, payload: {size: 40}]
                  fragment: {size: 64, order: [0, 1]}
                - silence
                - counters: {IpReasmOKs: +1, IcmpInDestUnreachs: +1}
                """);
    }

    @Test
    void aFrameThatIsNoFragmentIsTold() {
        assertThat(trial.failure("""
                        - inject: [icmp: {id: 7}, payload: {size: 1000}]
                        - inject: [udp: {dport: 9}]
                        - expect: [icmp: {type: echo-reply}]
                          reassembled: true
                        """))
                .contains(
                        ":7:9: a frame cannot be reassembled on wire peer: it is no fragment\n"
                                + "  expected  icmp echo-reply, in fragments\n"
                                + "  actual    ipv4 192.0.2.1 > 192.0.2.2  icmp echo-reply id 7 seq 0  payload 1000 octets          frame 2 of");
    }

    @Test
    void aDatagramThatDoesNotComeToItsEndIsTold() {
        assertThat(trial.failure("""
                        - socket: {type: SOCK_RAW, protocol: IPPROTO_RAW}
                          as: raw
                        - sendto: {socket: raw, to: peer, packet: [ipv4: {flags: MF, frag: 2, id: 9}, payload: {size: 16}]}
                        - expect: [ipv4, payload: absent]
                          reassembled: true
                        """))
                .contains(":8:9: no frame came on wire peer within 1000.000 ms\n"
                        + "  expected  ipv4  payload absent\n"
                        + "  fragments with the octets 16 to 32 came, 0 to 16, from 32 on are missing\n"
                        + "  earlier frames on this wire");
    }

    @Test
    void aFrameOfAnotherDatagramIsTold() {
        assertThat(trial.failure("""
                        - socket: {type: SOCK_RAW, protocol: IPPROTO_RAW}
                          as: raw
                        - sendto: {socket: raw, to: peer, packet: [ipv4: {flags: MF, id: 9}, payload: {size: 16}]}
                        - sendto: {socket: raw, to: peer, packet: [ipv4: {frag: 2, id: 8}, payload: {size: 16}]}
                        - expect: [ipv4]
                          reassembled: true
                        """))
                .contains(
                        ":9:9: a frame cannot be reassembled on wire peer: it is of another datagram, id 8 where those before have 9\n"
                                + "  expected  ipv4\n"
                                + "  fragments with the octets 0 to 16 came, from 16 on are missing\n"
                                + "  actual    ipv4 192.0.2.1 > 192.0.2.2 frag 2  payload");
    }

    @Test
    void fragmentsThatNoReceiverCouldUseAreTold() {
        assertThat(trial.failure("""
                        - socket: {type: SOCK_RAW, protocol: IPPROTO_RAW}
                          as: raw
                        - sendto: {socket: raw, to: peer, packet: [ipv4: {flags: MF, id: 9}, payload: {size: 16}]}
                        - sendto: {socket: raw, to: peer, packet: [ipv4: {frag: 1, id: 9}, payload: {size: 16}]}
                        - expect: [ipv4]
                          reassembled: true
                        """))
                .contains(
                        ":9:9: a frame cannot be reassembled on wire peer: its octets 8 to 24 overlap those from 0 to 16\n"
                                + "  expected  ipv4\n"
                                + "  fragments with the octets 0 to 16 came");
    }

    @Test
    void aWholeThatDiffersIsShownWithItsLastFragment() {
        assertThat(trial.failure(ECHO + """
                        - expect: [icmp: {type: echo-reply, id: 8}, payload: {size: 3000, pattern: ab}]
                          reassembled: true
                        """))
                .contains(
                        ":7:9: expected frame on wire peer differs in icmp.id\n"
                                + "  expected 8 (0x8), actual 7 (0x7)\n"
                                + "  expected  icmp echo-reply id 8  payload 3000 octets\n"
                                + "  actual    ipv4 192.0.2.1 > 192.0.2.2  icmp echo-reply id 7 seq 0  payload 3000 octets          of 3 fragments, the last is frame 6 of wire-peer.pcapng");
    }

    @Test
    void anIndexBeyondAPacketThatOnlyTheRunKnowsIsTold() {
        assertThat(trial.failure("""
                        - inject: [udp: {dport: 9}]
                          as: probe
                        - inject: [udp: {dport: 9}, payload: {size: "${probe.udp.len}"}]
                          fragment: {size: 8, order: [0, 2]}
                        """)).contains(":8:40: there is no fragment 2: 16 octets are 2 fragments, 0 to 1");
    }

    @Test
    void aPacketThatNoLengthFieldCanTellIsRefused() {
        assertThat(trial.failure("- inject: [ipv4, payload: {size: 65535}]\n"))
                .contains(
                        ":5:9: this packet cannot be put on a wire: ipv4.len would be 65555, more than its 16 bits hold:"
                                + " set it, or make the packet smaller\n");
    }

    @Test
    void aFrameThatTheWireDoesNotTakeIsRefused() {
        assertThat(trial.failure("- inject: [ipv4, payload: {size: 2000}]\n"))
                .contains(
                        ":5:9: this packet cannot be put on a wire: send(",
                        "\n  the host's MTU is 1500, and there are 2020 octets from the IP header on: use \"fragment\","
                                + " or give the interface a larger \"mtu\"\n");
    }

    @Test
    void aPacketMayBeLongerThanItsHeaderCanTellIfItsLengthIsSet() {
        trial.passes("""
                - inject: [ipv4: {len: 0}, payload: {size: 65535}]
                  fragment: {ranges: [[65528, 65535]]}
                - silence
                """);
    }
}
