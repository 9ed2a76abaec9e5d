package io.packetspec.packet;

import static io.packetspec.packet.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.packetspec.packet.header.Headers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncodingTest {
    private static final String ADDRESSES = "c0000201 c0000202";

    static Stream<Arguments> packets() {
        return Stream.of(
                arguments(
                        "020000000001 020000000002 0806 0001 0800 06 04 0001"
                                + "020000000002 c0000202 000000000000 c0000201",
                        Packet.of(eth(), arp())),
                arguments(
                        "45 00 0019 0000 0000 40 fd f5e4" + ADDRESSES + "68656c6c6f",
                        Packet.of(ipv4(), payload("hello"))),
                arguments(
                        "45 00 001c 0000 0000 40 11 f6cd" + ADDRESSES + "0fa0 0009 0008 6c31",
                        Packet.of(ipv4(), udp())),
                arguments(
                        "45 00 003c 0000 0000 40 06 f6b8" + ADDRESSES
                                + "0050 9c40 000003e8 00000007 a012 2000 0309 0000"
                                + "020405b4 0402 080a 00000064 00000000 01 030307",
                        Packet.of(
                                ipv4(),
                                tcp().with("sport", 80)
                                        .with("dport", 40000)
                                        .with("flags", "SA")
                                        .with("seq", 1000)
                                        .with("ack", 7)
                                        .with("options", synOptions()))),
                arguments(
                        "60 000000 0008 3a 40 20010db8000000000000000000000001 20010db8000000000000000000000002"
                                + "80 00 2442 0005 0001",
                        Packet.of(ipv6(), icmpv6().with("id", 5).with("seq", 1))),
                arguments(
                        "03 04 f783 0000 0578",
                        Packet.of(icmp().with("type", 3).with("code", 4).with("mtu", 1400))),
                arguments(
                        "0c 00 dfff 1400 0000",
                        Packet.of(icmp().with("type", 12).with("pointer", 20))),
                arguments(
                        "08 00 4ccb 1234 9900",
                        Packet.of(icmp().with("rest", 0x12345678).with("seq", 0x9900))),
                arguments("0102", Packet.of(raw("0102"))),
                arguments("", Packet.of()));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void fills_in_what_is_not_set(String octets, Packet packet) {
        assertThat(packet.encode()).isEqualTo(Octets.hex(octets));
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                arguments("f5 00 0014 0000 0000 40 fd", ipv4().with("version", 15)),
                arguments("4f 00 0014 0000 0000 40 fd", ipv4().with("ihl", 15)),
                arguments("45 00 0000 0000 0000 40 fd", ipv4().with("len", 0)),
                arguments("45 00 ffff 0000 0000 40 fd", ipv4().with("len", 65535)),
                arguments(
                        "45 ff 0014 ffff ffff 00 06",
                        ipv4().with("tos", 255)
                                .with("id", 65535)
                                .with("flags", "DF+MF+evil")
                                .with("frag", 8191)
                                .with("ttl", 0)
                                .with("proto", "tcp")),
                arguments("45 00 0014 0000 0000 40 fd dead c0000201 c0000202", ipv4().with("checksum", 0xdead)),
                arguments("60 000000 ffff fd 40", ipv6().with("plen", 65535)),
                arguments("6f fabcde 0000 fd 40", ipv6().with("tc", 255).with("fl", 0xabcde)),
                arguments(
                        "0000 0000 00000000 00000000 1e00 2000 beef",
                        tcp().with("dataofs", 1).with("reserved", 7).with("checksum", 0xbeef)),
                arguments("0fa0 0009 0007 0000", udp().with("len", 7).with("checksum", 0)));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void sends_what_is_set_even_if_it_is_wrong(String start, Layer layer) {
        assertThat(Packet.of(layer).encode().toString())
                .startsWith(Octets.hex(start).toString());
    }

    @Test
    void writes_ipv4_options_and_pads_them() {
        Layer[] options = {
            option(Headers.IPV4, "router-alert"),
            option(Headers.IPV4, "nop"),
            option(Headers.IPV4, "rr").with("routes", hop("192.0.2.9"), hop("0.0.0.0")),
            option(Headers.IPV4, "option").with("kind", 222).with("hex", "abcdef"),
        };
        Octets octets = Packet.of(ipv4().with("options", options)).encode();
        assertThat(octets.at(0)).isEqualTo(0x4b);
        assertThat(octets.slice(20, 44)).isEqualTo(Octets.hex("94040000 01 070b04c000020900000000 de05abcdef 000000"));
    }

    private static Layer hop(String address) {
        Header rr = option(Headers.IPV4, "rr").header();
        return Layer.of(rr.field("routes").orElseThrow().formats().get("hop")).with("hop", address);
    }

    @Test
    void writes_options_with_a_forced_kind_and_length_and_raw_octets_among_them() {
        Layer[] options = {
            tcpOption("mss").with("kind", 99).with("len", 0).with("mss", 1),
            tcpOption("raw").with("data", "0208")
        };
        Octets octets = Packet.of(tcp().with("options", options)).encode();
        assertThat(octets.slice(20, octets.length())).isEqualTo(Octets.hex("63000001 02080000"));
    }

    @Test
    void writes_selective_acknowledgements_block_by_block() {
        Field blocks = tcpOption("sack").header().field("sack").orElseThrow();
        Layer block = Layer.of(blocks.formats().get("block")).with("left", 1).with("right", 1001);
        Octets octets = Packet.of(tcp().with(
                                "options",
                                tcpOption("nop"),
                                tcpOption("nop"),
                                tcpOption("sack").with("sack", block)))
                .encode();
        assertThat(octets.slice(20, octets.length())).isEqualTo(Octets.hex("0101 050a 00000001 000003e9"));
    }

    @Test
    void sends_only_literals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Packet.of(tcp().with("seq", new Match.Any())).encode())
                .withMessage("tcp.seq: any can be expected, but not sent: give a value");
    }

    @Test
    void names_the_protocol_of_the_next_layer() {
        assertThat(dissect(ipv4(), ipv6(), udp()).packet()).isEqualTo(Packet.of(ipv4(), ipv6(), udp()));
        assertThat(Packet.of(ipv6(), tcp()).encode().at(6)).isEqualTo(6);
        assertThat(Packet.of(eth(), payload("x")).encode().slice(12, 14)).isEqualTo(Octets.hex("88b5"));
    }
}
