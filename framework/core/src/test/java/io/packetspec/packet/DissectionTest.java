package io.packetspec.packet;

import static io.packetspec.packet.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.packet.header.Headers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DissectionTest {
    static List<List<Layer>> packets() {
        return List.of(
                List.of(eth(), arp()),
                List.of(
                        eth(),
                        ipv4().with("ttl", 1).with("flags", "DF"),
                        icmp().with("id", 5).with("seq", 1),
                        payload("hi")),
                List.of(
                        eth(),
                        ipv4().with(
                                        "options",
                                        option(Headers.IPV4, "nop"),
                                        option(Headers.IPV4, "router-alert").with("router-alert", 0),
                                        option(Headers.IPV4, "eol")),
                        payload("hi")),
                List.of(ipv6().with("fl", 7), tcp().with("flags", "S").with("options", synOptions())),
                List.of(ipv6(), icmpv6().with("type", 2).with("mtu", 1280), ipv6(), tcp().with("dport", 80)),
                List.of(ipv4(), icmp().with("type", 3).with("code", 4).with("mtu", 1400), ipv4(), udp(), payload("x")),
                List.of(
                        ipv4(),
                        tcp().with("checksum", 0xdead).with("dataofs", 5).with("win", 0)));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void is_the_inverse_of_encoding(List<Layer> layers) {
        Packet packet = new Packet(layers);
        Dissection dissection = Dissection.of(layers.get(0).header(), packet.encode());
        assertThat(dissection.diff(packet)).isEmpty();
        assertThat(dissection.packet().encode()).isEqualTo(packet.encode());
        assertThat(dissection.packet().layers()).hasSameSizeAs(layers);
    }

    @Test
    void knows_every_field_and_where_the_layers_are() {
        Dissection dissection = dissect(eth(), ipv4(), udp(), payload("hello"));
        assertThat(headers(dissection)).containsExactly("eth", "ipv4", "udp", "payload");
        assertThat(dissection.parts().get(2)).satisfies(udp -> {
            assertThat(udp.start()).isEqualTo(34);
            assertThat(udp.headerEnd()).isEqualTo(42);
            assertThat(udp.end()).isEqualTo(47);
            assertThat(udp.layer().fields()).containsOnlyKeys(Headers.UDP.fields());
            assertThat(udp.layer().number("len")).isEqualTo(13);
        });
    }

    @Test
    void cuts_the_padding_of_ethernet_by_the_length_of_ip() {
        byte[] padded = Arrays.copyOf(
                Packet.of(eth(), ipv4(), udp(), payload("x")).encode().toArray(), 60);
        assertThat(Dissection.of(Headers.ETH, Octets.of(padded)).diff(Packet.of(udp(), payload("x"))))
                .isEmpty();
        byte[] empty = Arrays.copyOf(Packet.of(eth(), ipv6(), udp()).encode().toArray(), 70);
        assertThat(headers(Dissection.of(Headers.ETH, Octets.of(empty)))).containsExactly("eth", "ipv6", "udp");
    }

    @Test
    void takes_a_header_that_is_cut_short_as_raw() {
        Octets whole = Packet.of(eth(), ipv4(), tcp()).encode();
        assertThat(headers(Dissection.of(Headers.ETH, whole.slice(0, 53)))).containsExactly("eth", "ipv4", "raw");
        assertThat(headers(Dissection.of(Headers.ETH, whole.slice(0, 33)))).containsExactly("eth", "raw");
        assertThat(headers(Dissection.of(Headers.ETH, whole.slice(0, 13)))).containsExactly("raw");
        assertThat(headers(Dissection.of(Headers.ETH, Octets.NONE))).isEmpty();
    }

    @Test
    void takes_a_quoted_header_that_is_cut_short_as_far_as_it_goes() {
        Octets whole = Packet.of(
                        ipv4(),
                        icmp().with("type", 11),
                        ipv4(),
                        tcp().with("sport", 1).with("dport", 2).with("seq", 3))
                .encode();
        Dissection cut = Dissection.of(Headers.IPV4, whole.slice(0, 20 + 8 + 20 + 8));
        assertThat(headers(cut)).containsExactly("ipv4", "icmp", "ipv4", "tcp");
        assertThat(cut.parts().get(3).layer())
                .isEqualTo(tcp().with("sport", 1).with("dport", 2).with("seq", 3));
    }

    @Test
    void looks_for_a_header_only_in_the_first_fragment() {
        assertThat(headers(dissect(ipv4().with("frag", 1).with("proto", "udp"), payload("12345678"))))
                .containsExactly("ipv4", "payload");
        assertThat(headers(dissect(ipv4().with("flags", "MF"), udp()))).containsExactly("ipv4", "udp");
    }

    @Test
    void takes_optional_fields_of_a_quote_as_far_as_they_go() {
        Packet error = NotationReader.read("[ipv4: {}, icmp: {type: time-exceeded}, ipv4: {}, gre: {key: 7, seq: 8}]");
        Octets whole = error.encode();
        Dissection cut = Dissection.of(Headers.IPV4, whole.slice(0, whole.length() - 2));
        Layer gre = cut.parts().get(3).layer();
        assertThat(gre.value("key")).contains(7L);
        assertThat(gre.value("seq")).isEmpty();
    }

    @Test
    void takes_a_body_that_is_cut_short_as_raw() {
        Octets whole = NotationReader.read("[ipv6: {}, icmpv6: {type: neighbor-solicitation}]")
                .encode();
        assertThat(headers(Dissection.of(Headers.IPV6, whole.slice(0, 50)))).containsExactly("ipv6", "raw");
    }

    @Test
    void finds_no_ipv6_extensions_behind_ipv4() {
        assertThat(headers(dissect(ipv4().with("proto", "hbh"), payload("12345678"))))
                .containsExactly("ipv4", "payload");
    }

    @Test
    void believes_no_length_that_cannot_be() {
        assertThat(headers(dissect(ipv4().with("len", 65535), udp(), payload("x"))))
                .containsExactly("ipv4", "udp", "payload");
        assertThat(headers(dissect(ipv4().with("len", 3), udp(), payload("x"))))
                .containsExactly("ipv4", "udp", "payload");
        assertThat(headers(dissect(ipv4(), tcp().with("dataofs", 15), payload("x"))))
                .containsExactly("ipv4", "tcp");
        assertThat(headers(dissect(ipv4(), tcp().with("dataofs", 0), payload("x"))))
                .containsExactly("ipv4", "tcp", "payload");
    }

    @Test
    void keeps_every_octet_of_options_that_make_no_sense() {
        for (String nonsense :
                List.of("02", "0200ffff", "0204", "04030000", "00010203", "08", "ffff0000", "0101050b")) {
            Layer raw = tcpOption("raw").with("data", nonsense);
            Octets octets = Packet.of(tcp().with("options", raw)).encode();
            assertThat(Dissection.of(Headers.TCP, octets).packet().encode()).isEqualTo(octets);
        }
    }

    private static List<String> headers(Dissection dissection) {
        return dissection.parts().stream()
                .map(part -> part.layer().header().name())
                .toList();
    }
}
