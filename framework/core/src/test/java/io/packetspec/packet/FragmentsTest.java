package io.packetspec.packet;

import static io.packetspec.packet.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetspec.packet.header.Fragmentable;
import io.packetspec.packet.header.Fragmentable.Piece;
import io.packetspec.packet.header.Headers;
import io.packetspec.packet.header.Reassembly;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Packets that are cut into fragments, and fragments that are put together: RFC 791, RFC 8200. */
class FragmentsTest {
    private static final Layer HBH = Layer.of(Headers.HBH);
    private static final Layer DSTOPTS = Layer.of(Headers.DSTOPTS);
    private static final Layer ROUTING = Layer.of(Headers.ROUTING);

    private static Layer octets(int size) {
        byte[] octets = new byte[size];
        IntStream.range(0, size).forEach(i -> octets[i] = (byte) (i + 1));
        return Layer.of(Headers.PAYLOAD).with("data", Octets.of(octets));
    }

    private static Fragmentable cut(Layer... layers) {
        return Fragmentable.of(Packet.of(layers), null, 1);
    }

    private static Dissection frame(Fragmentable packet, int from, int to) {
        return Dissection.of(Headers.ETH, packet.fragment(new Piece(from, to)).encode());
    }

    private static List<String> told(Fragmentable packet, int size) {
        return pieces(packet.length(), size).stream()
                .map(piece -> frame(packet, piece.from(), piece.to()).toString())
                .toList();
    }

    private static List<Piece> pieces(int length, int size) {
        return IntStream.iterate(0, from -> from < length, from -> from + size)
                .mapToObj(from -> new Piece(from, Math.min(from + size, length)))
                .toList();
    }

    static Stream<Packet> packets() {
        return Stream.of(
                Packet.of(eth(), ipv4().with("id", 7), udp(), octets(100)),
                Packet.of(eth(), ipv4().with("flags", "DF").with("ttl", 3), udp(), octets(97)),
                Packet.of(eth(), Layer.of(Headers.VLAN).with("vlan", 5), ipv4(), udp(), octets(33)),
                Packet.of(eth(), ipv4(), octets(64)),
                Packet.of(eth(), ipv6().with("fl", 9), udp(), octets(100)),
                Packet.of(eth(), ipv6(), HBH, udp(), octets(50)),
                Packet.of(eth(), ipv6(), DSTOPTS, udp(), octets(50)),
                Packet.of(eth(), ipv6(), HBH, DSTOPTS, ROUTING, DSTOPTS, udp(), octets(50)));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void in_any_order_are_the_whole_again(Packet packet) {
        Random random = new Random(7);
        for (int size = 8; size <= 40; size += 8) {
            Fragmentable cut = Fragmentable.of(packet, null, 7);
            List<Piece> pieces = new ArrayList<>(pieces(cut.length(), size));
            Collections.shuffle(pieces, random);
            Reassembly reassembly = new Reassembly();
            for (Piece piece : pieces) {
                assertThat(reassembly.isComplete()).isFalse();
                reassembly.add(frame(cut, piece.from(), piece.to()));
            }
            assertThat(reassembly.isComplete()).isTrue();
            assertThat(reassembly.count()).isEqualTo(pieces.size());
            assertThat(reassembly.whole()).isEqualTo(cut.whole());
        }
    }

    @Test
    void of_ipv4_differ_in_offset_length_and_the_flag_of_more() {
        assertThat(told(cut(eth(), ipv4().with("id", 9).with("flags", "DF"), udp(), octets(16)), 16))
                .containsExactly(
                        "ipv4 192.0.2.1 > 192.0.2.2 flags MF+DF  udp 4000 > 9 len 24 checksum 0x2bc9  payload {hex: \"0102030405060708\"}",
                        "ipv4 192.0.2.1 > 192.0.2.2 frag 2 proto udp  payload {hex: \"090a0b0c0d0e0f10\"}");
    }

    @Test
    void of_ipv6_repeat_what_routers_look_at_and_nothing_behind_it() {
        assertThat(told(cut(eth(), ipv6(), HBH, DSTOPTS, ROUTING, DSTOPTS, udp(), octets(8)), 16))
                .containsExactly(
                        "ipv6 2001:db8::1 > 2001:db8::2  hbh options [padn: \"00000000\"]  dstopts options [padn: \"00000000\"]  routing type 0 segleft 0 data {hex: \"00000000\"}  fragment offset 0 M 1 id 0x00000001  dstopts options [padn: \"00000000\"]  udp 4000 > 9 len 16 checksum 0x849c",
                        "ipv6 2001:db8::1 > 2001:db8::2  hbh options [padn: \"00000000\"]  dstopts options [padn: \"00000000\"]  routing type 0 segleft 0 data {hex: \"00000000\"}  fragment offset 2 M 0 id 0x00000001 nh dstopts  payload {hex: \"0102030405060708\"}");
        assertThat(told(cut(eth(), ipv6(), DSTOPTS, udp(), octets(8)), 24))
                .containsExactly(
                        "ipv6 2001:db8::1 > 2001:db8::2  fragment offset 0 M 0 id 0x00000001  dstopts options [padn: \"00000000\"]  udp 4000 > 9  payload {hex: \"0102030405060708\"}");
    }

    @Test
    void behind_the_first_have_the_options_that_are_to_be_copied() {
        Layer options = ipv4().with(
                        "options",
                        option(Headers.IPV4, "nop"),
                        option(Headers.IPV4, "rr"),
                        option(Headers.IPV4, "router-alert"));
        Fragmentable cut = cut(eth(), options, octets(16));
        assertThat(told(cut, 8))
                .containsExactly(
                        "ipv4 192.0.2.1 > 192.0.2.2 flags MF options [nop, rr: {pointer: 4}, router-alert: 0]  payload {hex: \"0102030405060708\"}",
                        "ipv4 192.0.2.1 > 192.0.2.2 frag 1 options [router-alert: 0]  payload {hex: \"090a0b0c0d0e0f10\"}");
        Fragmentable none = cut(eth(), ipv4().with("options", option(Headers.IPV4, "rr")), octets(16));
        assertThat(told(none, 8))
                .containsExactly(
                        "ipv4 192.0.2.1 > 192.0.2.2 flags MF options [rr: {pointer: 4}, eol]  payload {hex: \"0102030405060708\"}",
                        "ipv4 192.0.2.1 > 192.0.2.2 frag 1  payload {hex: \"090a0b0c0d0e0f10\"}");
    }

    @Test
    void of_a_fragment_go_on_where_it_stood() {
        assertThat(told(cut(eth(), ipv4().with("frag", 100).with("flags", "MF"), octets(16)), 8))
                .containsExactly(
                        "ipv4 192.0.2.1 > 192.0.2.2 flags MF frag 100  payload {hex: \"0102030405060708\"}",
                        "ipv4 192.0.2.1 > 192.0.2.2 flags MF frag 101  payload {hex: \"090a0b0c0d0e0f10\"}");
    }

    @Test
    void keep_what_is_set_but_for_the_length_of_the_whole() {
        Layer wrong = ipv4().with("len", 9999).with("checksum", 0xdead).with("proto", 99);
        assertThat(told(cut(eth(), wrong, udp(), octets(8)), 8))
                .containsExactly(
                        "ipv4 192.0.2.1 > 192.0.2.2 flags MF proto 99 checksum 0xdead  payload {hex: \"0fa0000900105c0d\"}",
                        "ipv4 192.0.2.1 > 192.0.2.2 frag 1 proto 99 checksum 0xdead  payload {hex: \"0102030405060708\"}");
    }

    @Test
    void need_an_ip_header() {
        assertThatThrownBy(() -> cut(eth(), arp()))
                .hasMessage("without an IP header there is nothing to cut into fragments");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            0-16 16-32       | 8-24        | its octets 8 to 24 overlap those from 0 to 16
            0-16             | 0-16        | its octets 0 to 16 overlap those from 0 to 16
            0-16             | 16-28       | it is not the last, and its 12 octets are no multiple of 8
            32-40            | 0-16        | ""
            """)
    void that_a_receiver_cannot_use_are_refused(String before, String next, String problem) {
        Fragmentable cut = cut(eth(), ipv4(), octets(40));
        Reassembly reassembly = new Reassembly();
        for (String range : before.split(" ")) {
            reassembly.add(ranged(cut, range));
        }
        if (problem.isEmpty()) {
            reassembly.add(ranged(cut, next));
        } else {
            assertThatThrownBy(() -> reassembly.add(ranged(cut, next))).hasMessage(problem);
        }
    }

    private static Dissection ranged(Fragmentable cut, String range) {
        String[] ends = range.split("-");
        return frame(cut, Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }

    @Test
    void behind_the_end_are_refused() {
        Reassembly reassembly = new Reassembly();
        reassembly.add(frame(cut(eth(), ipv4(), octets(24)), 16, 24));
        assertThatThrownBy(() -> reassembly.add(frame(cut(eth(), ipv4(), octets(48)), 24, 32)))
                .hasMessage("the last fragment ends at 24, and another has 24 to 32");
        Reassembly other = new Reassembly();
        other.add(frame(cut(eth(), ipv6(), octets(48)), 24, 32));
        assertThatThrownBy(() -> other.add(frame(cut(eth(), ipv6(), octets(24)), 16, 24)))
                .hasMessage("the last fragment ends at 24, and another has 24 to 32");
    }

    @Test
    void with_a_wrong_header_checksum_are_refused() {
        assertThatThrownBy(() -> new Reassembly().add(frame(cut(eth(), ipv4().with("checksum", 1), octets(24)), 0, 8)))
                .hasMessage("the checksum of its IP header is wrong");
    }

    @Test
    void of_another_datagram_are_none_of_this() {
        Reassembly reassembly = new Reassembly();
        reassembly.add(frame(cut(eth(), ipv4().with("id", 7), octets(24)), 0, 8));
        List<Layer> others = List.of(
                ipv4().with("id", 8),
                ipv4().with("id", 7).with("proto", 17),
                ipv4().with("id", 7).with("src", "192.0.2.9"),
                ipv4().with("id", 7).with("dst", "192.0.2.9"));
        for (Layer other : others) {
            assertThat(reassembly.isMeantFor(frame(cut(eth(), other, octets(24)), 8, 16)))
                    .isFalse();
        }
        assertThat(reassembly.isMeantFor(dissect(eth(), ipv4().with("id", 7), octets(24))))
                .isFalse();
        assertThat(reassembly.isMeantFor(frame(cut(eth(), ipv4().with("id", 7), octets(24)), 16, 24)))
                .isTrue();
    }

    @Test
    void of_no_datagram_or_another_are_refused() {
        Reassembly reassembly = new Reassembly();
        assertThatThrownBy(() -> reassembly.add(dissect(eth(), ipv4(), octets(8))))
                .hasMessage("it is no fragment");
        reassembly.add(frame(cut(eth(), ipv4().with("id", 7), octets(24)), 0, 8));
        assertThatThrownBy(() -> reassembly.add(frame(cut(eth(), ipv4().with("id", 8), octets(24)), 8, 16)))
                .hasMessage("it is of another datagram, id 8 where those before have 7");
    }

    @Test
    void of_ipv6_are_of_one_datagram_whatever_follows() {
        Reassembly reassembly = new Reassembly();
        reassembly.add(frame(cut(eth(), ipv6(), udp(), octets(24)), 0, 8));
        assertThat(reassembly.isMeantFor(frame(cut(eth(), ipv6(), tcp(), octets(24)), 8, 16)))
                .isTrue();
    }

    @Test
    void that_are_missing_are_told() {
        Reassembly reassembly = new Reassembly();
        Fragmentable cut = cut(eth(), ipv4(), octets(40));
        assertThat(reassembly.missing()).isEqualTo("from 0 on");
        reassembly.add(frame(cut, 16, 24));
        assertThat(reassembly.came()).isEqualTo("16 to 24");
        assertThat(reassembly.missing()).isEqualTo("0 to 16, from 24 on");
        reassembly.add(frame(cut, 32, 40));
        assertThat(reassembly.missing()).isEqualTo("0 to 16, 24 to 32");
    }

    @Test
    void an_atomic_one_is_a_whole() {
        Reassembly reassembly = new Reassembly();
        reassembly.add(frame(cut(eth(), ipv6(), udp()), 0, 8));
        assertThat(reassembly.isComplete()).isTrue();
        assertThat(reassembly.whole()).isEqualTo(Packet.of(eth(), ipv6(), udp()).encode());
    }
}
