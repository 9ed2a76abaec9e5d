package io.packetspec.packet;

import static io.packetspec.packet.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.packet.header.Headers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    static Stream<Packet> packets() {
        return Stream.concat(
                new RandomPackets().take(200).stream(),
                DissectionTest.packets().stream().map(Packet::new));
    }

    @ParameterizedTest(quoteTextArguments = false, name = "{index}")
    @MethodSource("packets")
    void what_is_printed_reads_back_as_the_same(Packet packet) {
        assertThat(NotationReader.read(Notation.full(packet))).isEqualTo(packet);
        Dissection frame = Dissection.of(packet.layers().get(0).header(), packet.encode());
        assertThat(NotationReader.read(Notation.full(frame))).isEqualTo(frame.packet());
        assertThat(frame.packet().encode()).isEqualTo(packet.encode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "hello, world",
                "a: b",
                "- a",
                "#",
                "\"",
                "\\n",
                "\n\t",
                "7",
                "true",
                "any",
                "[x]",
                "{",
                "é",
                "a #b",
                "~",
                "'"
            })
    void any_text_reads_back_as_the_same(String text) {
        Packet packet = Packet.of(payload(text));
        assertThat(NotationReader.read(packet.toString())).isEqualTo(packet);
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", "::1", "fe80::", "2001:db8::1", "::ffff:192.0.2.1", "1:2:3:4:5:6:7:8"})
    void any_address_reads_back_as_the_same(String text) {
        Packet packet = Packet.of(Layer.of(Headers.IPV6).with("src", text).with("dst", text));
        assertThat(NotationReader.read(packet.toString())).isEqualTo(packet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: 253, hex: \"f989\"}",
                "raw: {hex: \"0200\"}",
                "nop",
                "sack: [{left: 1, right: 2}, {left: 3, right: 4}]",
                "mss: {len: 3, mss: 7}"
            })
    void any_option_reads_back_as_the_same(String option) {
        String text = "[tcp: {options: [" + option + "]}]";
        assertThat(NotationReader.read(text)).hasToString(text);
        List<Layer> layers = NotationReader.read(text).layers();
        assertThat(layers).hasSize(1);
    }
}
