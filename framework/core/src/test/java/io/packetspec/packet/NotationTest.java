package io.packetspec.packet;

import static io.packetspec.packet.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.packetspec.packet.header.Headers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NotationTest {
    static Stream<Arguments> frames() {
        Layer reset = tcp().with("sport", 40000)
                .with("dport", 80)
                .with("flags", "R")
                .with("seq", 7)
                .with("win", 0);
        return Stream.of(
                arguments("ipv4 192.0.2.1 > 192.0.2.2  tcp 40000 > 80 [R] seq 7 win 0", dissect(eth(), ipv4(), reset)),
                arguments(
                        "ipv4 192.0.2.1 > 192.0.2.2  tcp 40000 > 80 [R] seq 7 win 0",
                        dissect(eth(), ipv4().with("id", 99).with("flags", "DF"), reset)),
                arguments(
                        "ipv4 192.0.2.1 > 192.0.2.2 flags MF ttl 1 checksum 0xdead  udp 4000 > 9  payload hello",
                        dissect(
                                eth(),
                                ipv4().with("ttl", 1).with("flags", "MF").with("checksum", 0xdead),
                                udp(),
                                payload("hello"))),
                arguments(
                        "ipv6 2001:db8::1 > 2001:db8::2  tcp 0 > 0 [S] seq 0 win 8192"
                                + " options [mss: 1460, sackOK, ts: {val: 100, ecr: 0}, nop, wscale: 7]",
                        dissect(eth(), ipv6(), tcp().with("flags", "S").with("options", synOptions()))),
                arguments(
                        "ipv4 192.0.2.1 > 192.0.2.2  icmp echo-request id 5 seq 1  payload {hex: \"00ff\"}",
                        dissect(
                                eth(),
                                ipv4(),
                                icmp().with("id", 5).with("seq", 1),
                                Layer.of(Headers.PAYLOAD).with("data", Octets.hex("00ff")))),
                arguments(
                        "ipv4 192.0.2.1 > 192.0.2.2  icmp destination-unreachable code 4 mtu 1400"
                                + "  ipv4 192.0.2.1 > 192.0.2.2  udp 4000 > 9  payload 1000 octets",
                        dissect(
                                eth(),
                                ipv4(),
                                icmp().with("type", 3).with("code", 4).with("mtu", 1400),
                                ipv4(),
                                udp(),
                                payload("x".repeat(1000)))),
                arguments("arp request 192.0.2.2 > 192.0.2.1 sha 02:00:00:00:00:02", dissect(eth(), arp())),
                arguments("eth 02:00:00:00:00:02 > 02:00:00:00:00:01  payload hello", dissect(eth(), payload("hello"))),
                arguments("raw {hex: \"0102\"}", Dissection.of(Headers.IPV4, Octets.hex("0102"))));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void tells_a_frame_in_one_line(String line, Dissection frame) {
        assertThat(Notation.line(frame)).isEqualTo(line);
    }

    static Stream<Arguments> packets() {
        return Stream.of(
                arguments(
                        "tcp * > 80 [R] seq 7 win {not: 0} urgptr 1",
                        "[tcp: {dport: 80, flags: R, seq: 7, urgptr: 1, win: {not: 0}}]",
                        Packet.of(tcp().with("dport", 80)
                                .with("flags", "R")
                                .with("seq", 7)
                                .with("urgptr", 1)
                                .with("win", new Match.Not(Match.exact(0L))))),
                arguments(
                        "ipv4 192.0.2.1 > 192.0.2.2 checksum valid id 0  payload absent",
                        "[ipv4: {src: 192.0.2.1, dst: 192.0.2.2, checksum: valid, id: 0}, payload: absent]",
                        Packet.of(
                                ipv4().with("checksum", new Match.Checksum(true))
                                        .with("id", 0),
                                Layer.of(Headers.PAYLOAD).with("data", new Match.Absent()))),
                arguments(
                        "ipv6 \"::1\" > *  icmpv6  payload \"80\"",
                        "[ipv6: {src: \"::1\"}, icmpv6: {}, payload: \"80\"]",
                        Packet.of(Layer.of(Headers.IPV6).with("src", "::1"), icmpv6(), payload("80"))),
                arguments(
                        "tcp options [mss: 1460, ts: {val: {min: 1}}, {kind: 253, hex: \"f989\"}, sack: [{left: 1, right: 2}], nop]",
                        "[tcp: {options: [mss: 1460, ts: {val: {min: 1}}, {kind: 253, hex: \"f989\"}, sack: [{left: 1, right: 2}], nop]}]",
                        Packet.of(tcp().with(
                                        "options",
                                        tcpOption("mss").with("mss", 1460),
                                        tcpOption("ts").with("val", new Match.Range(1, Long.MAX_VALUE)),
                                        tcpOption("option").with("kind", 253).with("hex", "f989"),
                                        tcpOption("sack").with("sack", block()),
                                        tcpOption("nop")))),
                arguments("raw {hex: \"010203\"}", "[raw: {hex: \"010203\"}]", Packet.of(raw("010203"))),
                arguments(
                        "udp checksum {in: [0x0000, invalid]}",
                        "[udp: {checksum: {in: [0x0000, invalid]}}]",
                        Packet.of(Layer.of(Headers.UDP)
                                .with("checksum", new Match.In(List.of(Match.exact(0L), new Match.Checksum(false)))))));
    }

    private static Layer block() {
        Field blocks = tcpOption("sack").header().field("sack").orElseThrow();
        return Layer.of(blocks.unnamedFormat().orElseThrow()).with("left", 1).with("right", 2);
    }

    @ParameterizedTest
    @MethodSource("packets")
    void writes_of_a_packet_what_is_set_and_nothing_else(String line, String full, Packet packet) {
        assertThat(Notation.line(packet)).isEqualTo(line);
        assertThat(Notation.full(packet)).isEqualTo(full);
    }

    @Test
    void writes_a_frame_as_the_shortest_packet_that_is_encoded_to_it() {
        Dissection frame = dissect(
                eth(),
                ipv4().with("ttl", 1),
                tcp().with("sport", 80).with("flags", "SA").with("options", synOptions()),
                payload("hello\n"));
        assertThat(Notation.full(frame))
                .isEqualTo("[eth: {dst: 02:00:00:00:00:01, src: 02:00:00:00:00:02},"
                        + " ipv4: {ttl: 1, src: 192.0.2.1, dst: 192.0.2.2},"
                        + " tcp: {sport: 80, flags: SA, options: [mss: 1460, sackOK, ts: {val: 100, ecr: 0}, nop, wscale: 7]},"
                        + " payload: \"hello\\n\"]");
    }
}
