package io.packetspec.packet;

import static io.packetspec.packet.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.packet.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {
    private static final Layer VALID = Layer.of(Headers.IPV4).with("checksum", new Match.Checksum(true));

    @ParameterizedTest
    @ValueSource(
            strings = {
                // https://en.wikipedia.org/wiki/Internet_checksum
                "45000073000040004011b861c0a80001c0a800c7",
                // https://www.thegeekstuff.com/2012/05/ip-header-checksum/
                "4500003c1c4640004006b1e6ac100a63ac100a0c"
            })
    void of_ipv4_agrees_with_known_headers(String hex) {
        Dissection known = Dissection.of(Headers.IPV4, Octets.hex(hex));
        Layer layer = known.parts().get(0).layer();
        Field checksum = Headers.IPV4.field("checksum").orElseThrow();
        assertThat(known.rightChecksum(0, checksum)).isEqualTo(layer.number("checksum"));
    }

    @Test
    void of_udp_is_never_zero_when_computed() {
        Layer filler = Layer.of(Headers.PAYLOAD).with("data", Octets.hex("7bd6"));
        Layer udp = Layer.of(Headers.UDP).with("sport", 0).with("dport", 0);
        Octets octets = Packet.of(ipv4(), udp, filler).encode();
        assertThat(octets.slice(26, 28)).isEqualTo(Octets.hex("ffff"));
    }

    @Test
    void of_a_wrong_outer_length_is_right_for_a_receiver_that_believes_it() {
        Dissection cut = dissect(ipv4().with("len", 30), udp(), payload("hello"));
        assertThat(cut.diff(Packet.of(udp().with("checksum", new Match.Checksum(true)))))
                .isEmpty();
    }

    @Test
    void of_a_header_length_that_lies_covers_what_a_receiver_takes_for_the_header() {
        assertThat(dissect(ipv4().with("ihl", 6), payload("12345678")).diff(Packet.of(VALID)))
                .isEmpty();
        assertThat(dissect(ipv4().with("ihl", 4), payload("12345678")).diff(Packet.of(VALID)))
                .isEmpty();
    }

    @Test
    void of_udp_covers_the_length_that_udp_states() {
        Layer short_ = udp().with("len", 10);
        assertThat(dissect(ipv4(), short_, payload("hello"))
                        .diff(Packet.of(udp().with("checksum", new Match.Checksum(true)))))
                .isEmpty();
    }

    @Test
    void of_a_quoting_error_covers_the_inner_checksums() {
        Dissection error = dissect(ipv4(), icmp().with("type", 3).with("code", 3), ipv4(), udp(), payload("x"));
        Layer valid = icmp().with("checksum", new Match.Checksum(true));
        assertThat(error.diff(Packet.of(valid, VALID, udp().with("checksum", new Match.Checksum(true)))))
                .isEmpty();
    }

    @Test
    void that_is_wrong_is_reported_with_the_right_one() {
        Dissection bad = dissect(ipv4(), udp().with("checksum", 0xdead));
        assertThat(bad.diff(Packet.of(Layer.of(Headers.UDP).with("checksum", new Match.Checksum(true)))))
                .containsExactly(new Mismatch("udp.checksum", "valid", "0xdead (invalid, right is 0x6c31)"));
        assertThat(bad.diff(Packet.of(Layer.of(Headers.UDP).with("checksum", new Match.Checksum(false)))))
                .isEmpty();
        assertThat(dissect(ipv4(), udp())
                        .diff(Packet.of(Layer.of(Headers.UDP).with("checksum", new Match.Checksum(false)))))
                .containsExactly(new Mismatch("udp.checksum", "invalid", "0x6c31 (valid)"));
    }
}
