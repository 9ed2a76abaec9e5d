package io.packetspec.packet;

import static io.packetspec.packet.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.packet.header.Headers;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private final Dissection reset = dissect(
            eth(),
            ipv4(),
            tcp().with("sport", 40000).with("dport", 80).with("flags", "R").with("win", 0));
    private final Dissection syn = dissect(ipv4(), tcp().with("flags", "S").with("options", synOptions()));

    @Test
    void names_the_field_and_both_values() {
        assertThat(reset.diff(Packet.of(tcp().with("flags", "RA").with("seq", 7).with("win", 0))))
                .containsExactly(
                        new Mismatch("tcp.flags", "RA (0x14)", "R (0x4)"),
                        new Mismatch("tcp.seq", "7 (0x7)", "0 (0x0)"));
    }

    @Test
    void looks_for_the_first_layer_and_then_wants_no_gap() {
        assertThat(reset.diff(Packet.of(tcp()))).isEmpty();
        assertThat(reset.diff(Packet.of(ipv4(), tcp()))).isEmpty();
        assertThat(reset.diff(Packet.of(udp()))).containsExactly(new Mismatch("udp", "a layer udp", "eth ipv4 tcp"));
        assertThat(reset.diff(Packet.of(eth(), tcp())))
                .containsExactly(new Mismatch("tcp", "a layer tcp", "eth ipv4 tcp"));
    }

    @Test
    void does_not_take_a_quoted_layer_for_the_first() {
        Dissection error = dissect(ipv4(), icmp().with("type", 3), ipv4().with("ttl", 9), udp());
        assertThat(error.diff(Packet.of(udp())))
                .containsExactly(new Mismatch("udp", "a layer udp", "ipv4 icmp ipv4 udp"));
        assertThat(error.diff(Packet.of(icmp(), ipv4(), udp()))).isEmpty();
        assertThat(error.diff(Packet.of(ipv4(), icmp(), ipv4().with("ttl", 8))))
                .containsExactly(new Mismatch("icmp.ipv4.ttl", "8 (0x8)", "9 (0x9)"));
    }

    @Test
    void compares_a_payload_with_all_that_is_behind_the_layer_before() {
        Dissection hello = dissect(ipv4(), udp(), payload("hello"));
        assertThat(hello.diff(Packet.of(udp(), payload("hello")))).isEmpty();
        assertThat(hello.diff(Packet.of(payload("hello")))).isEmpty();
        assertThat(hello.diff(Packet.of(ipv4(), raw("0fa00009000dc8ba68656c6c6f"))))
                .hasSize(1);
        assertThat(hello.diff(Packet.of(udp(), payload("hallo"))))
                .containsExactly(new Mismatch("payload", "5 octets hallo", "5 octets hello"));
        assertThat(hello.diff(Packet.of(udp(), Layer.of(Headers.PAYLOAD).with("data", new Match.Absent()))))
                .containsExactly(new Mismatch("payload", "absent", "5 octets hello"));
    }

    @Test
    void shows_long_payloads_from_their_first_difference_on() {
        Dissection sent = dissect(udp(), payload("a".repeat(100) + "b"));
        assertThat(sent.diff(Packet.of(udp(), payload("a".repeat(101)))))
                .containsExactly(new Mismatch(
                        "payload", "101 octets, from octet 100 on 61", "101 octets, from octet 100 on 62"));
    }

    @Test
    void finds_no_payload_absent() {
        Dissection empty = dissect(ipv4(), udp());
        assertThat(empty.diff(Packet.of(udp(), Layer.of(Headers.PAYLOAD).with("data", new Match.Absent()))))
                .isEmpty();
        assertThat(empty.diff(Packet.of(udp(), payload("")))).isEmpty();
        assertThat(empty.diff(Packet.of(udp(), payload("x"))))
                .containsExactly(new Mismatch("payload", "1 octet x", "absent"));
    }

    @Test
    void compares_options_in_their_order_by_what_is_set() {
        assertThat(syn.diff(Packet.of(tcp().with(
                                "options",
                                tcpOption("mss"),
                                tcpOption("sackOK"),
                                tcpOption("ts").with("ecr", 0),
                                tcpOption("nop"),
                                tcpOption("wscale").with("wscale", 7)))))
                .isEmpty();
        assertThat(syn.diff(Packet.of(tcp().with(
                                "options",
                                tcpOption("mss").with("mss", 1440),
                                tcpOption("nop"),
                                tcpOption("ts").with("val", 5),
                                tcpOption("nop")))))
                .containsExactly(
                        new Mismatch("tcp.options[0].mss", "1440 (0x5a0)", "1460 (0x5b4)"),
                        new Mismatch("tcp.options[1]", "nop", "sackOK"),
                        new Mismatch("tcp.options[2].ts.val", "5 (0x5)", "100 (0x64)"),
                        new Mismatch("tcp.options[4]", "absent", "wscale: 7"));
    }

    @Test
    void compares_options_by_kind_and_octets_even_if_they_have_a_name() {
        Layer mss = tcpOption("option").with("kind", 2).with("hex", "05b4");
        Dissection one = dissect(tcp().with("options", mss));
        assertThat(one.diff(Packet.of(tcp().with("options", mss)))).isEmpty();
        assertThat(one.diff(Packet.of(tcp().with("options", tcpOption("mss").with("mss", 1460)))))
                .isEmpty();
        assertThat(one.diff(Packet.of(tcp().with("options", mss.with("hex", "05b5")))))
                .containsExactly(new Mismatch("tcp.options[0].hex", "2 octets \"05b5\"", "2 octets \"05b4\""));
    }

    @Test
    void ignores_the_octets_that_pad_options() {
        Dissection padded = dissect(tcp().with("options", tcpOption("wscale").with("wscale", 7)));
        assertThat(padded.diff(Packet.of(tcp().with("options", tcpOption("wscale")))))
                .isEmpty();
        assertThat(padded.diff(Packet.of(tcp().with("options", tcpOption("wscale"), tcpOption("eol")))))
                .isEmpty();
    }

    @Test
    void ignores_the_octets_that_pad_extension_headers() {
        Packet alert = NotationReader.read("[hbh: {options: [router-alert: 0]}]");
        assertThat(Dissection.of(Headers.HBH, alert.encode()).diff(alert)).isEmpty();
        assertThat(dissect(Layer.of(Headers.HBH)).diff(alert))
                .containsExactly(new Mismatch("hbh.options[0]", "router-alert: 0", "padn: \"00000000\""));
    }

    @Test
    void names_fields_that_a_layer_lacks() {
        Dissection plain = dissect(Layer.of(Headers.GRE), payload("x"));
        assertThat(plain.diff(NotationReader.read("[gre: {key: 7}]")))
                .containsExactly(new Mismatch("gre.key", "7 (0x7)", "absent"));
        Layer invalid = Layer.of(Headers.GRE).with("checksum", new Match.Checksum(false));
        Layer sum = Layer.of(Headers.GRE).with("flags", "C");
        assertThat(dissect(sum, payload("x")).diff(Packet.of(invalid))).hasSize(1);
    }

    @Test
    void finds_no_options_absent() {
        assertThat(reset.diff(Packet.of(tcp().with("options", new Match.Absent()))))
                .isEmpty();
        assertThat(reset.diff(Packet.of(tcp().with("options")))).isEmpty();
        assertThat(reset.diff(Packet.of(tcp().with("options", tcpOption("nop")))))
                .containsExactly(new Mismatch("tcp.options", "[nop]", "absent"));
        assertThat(syn.diff(Packet.of(tcp().with("options", new Match.Absent()))))
                .hasSize(1);
    }

    @Test
    void asks_matchers() {
        Match notSyn = new Match.Not(Match.exact(2L));
        Match some = new Match.In(List.of(Match.exact(4L), Match.exact(0x14L)));
        assertThat(reset.diff(Packet.of(tcp().with("flags", notSyn).with("seq", new Match.Any()))))
                .isEmpty();
        assertThat(reset.diff(Packet.of(tcp().with("flags", some).with("win", new Match.Range(0, 10)))))
                .isEmpty();
        assertThat(syn.diff(Packet.of(tcp().with("flags", notSyn).with("win", new Match.Range(0, 10)))))
                .containsExactly(
                        new Mismatch("tcp.flags", "{not: S}", "S (0x2)"),
                        new Mismatch("tcp.win", "{min: 0, max: 10}", "8192 (0x2000)"));
        assertThat(syn.diff(Packet.of(tcp().with("flags", some))))
                .containsExactly(new Mismatch("tcp.flags", "{in: [R, RA]}", "S (0x2)"));
    }

    @Test
    void finds_no_checksum_valid_that_a_quote_cuts_off() {
        Octets error = Packet.of(ipv4(), icmp().with("type", 3), ipv4(), tcp()).encode();
        Dissection cut = Dissection.of(Headers.IPV4, error.slice(0, 56));
        Layer valid = tcp().with("checksum", new Match.Checksum(true));
        assertThat(cut.diff(Packet.of(icmp(), ipv4(), valid)))
                .containsExactly(new Mismatch("tcp.checksum", "valid", "absent"));
    }

    @Test
    void compares_raw_octets_with_the_rest_or_with_the_whole_frame() {
        Dissection hello = dissect(udp().with("checksum", 0), payload("hi"));
        assertThat(hello.diff(Packet.of(raw("0fa00009000a00006869")))).isEmpty();
        assertThat(hello.diff(Packet.of(udp(), raw("6869")))).isEmpty();
        assertThat(hello.diff(Packet.of(raw("0fa0"))))
                .containsExactly(
                        new Mismatch("raw", "2 octets {hex: \"0fa0\"}", "10 octets {hex: \"0fa00009000a00006869\"}"));
    }
}
