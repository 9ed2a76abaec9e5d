package io.packetspec.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.packet.header.Headers;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames that make no sense, the same ones in every run. */
class FuzzTest {
    private static final int ROUNDS = 1_500;
    private final Random random = new Random(20260101);

    static Stream<Header> headers() {
        return Headers.all().stream();
    }

    @ParameterizedTest
    @MethodSource("headers")
    void survives_noise(Header outermost) {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] noise = new byte[random.nextInt(120)];
            random.nextBytes(noise);
            inspect(outermost, Octets.of(noise));
        }
    }

    @ParameterizedTest
    @MethodSource("io.packetspec.packet.DissectionTest#packets")
    void survives_packets_that_are_damaged_or_cut(List<Layer> layers) {
        survives(layers, ROUNDS);
    }

    private void survives(List<Layer> layers, int rounds) {
        Octets whole = new Packet(layers).encode();
        for (int i = 0; i < rounds; i++) {
            byte[] damaged = whole.toArray();
            for (int hit = random.nextInt(4); hit > 0; hit--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            inspect(layers.get(0).header(), Octets.of(damaged).slice(0, random.nextInt(damaged.length + 1)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"io.packetspec.packet.LayerTableTest#frames", "io.packetspec.packet.LayerTableTest#odd"})
    void survives_further_layers_that_are_damaged_or_cut(String text) {
        survives(NotationReader.read(text).layers(), ROUNDS / 5);
    }

    private static void inspect(Header outermost, Octets frame) {
        Dissection dissection = Dissection.of(outermost, frame);
        int at = 0;
        for (Dissection.Part part : dissection.parts()) {
            assertThat(part.start()).isEqualTo(at);
            assertThat(part.headerEnd()).isGreaterThan(at).isLessThanOrEqualTo(part.end());
            assertThat(part.end()).isLessThanOrEqualTo(frame.length());
            at = part.headerEnd();
        }
        assertThat(dissection.toString() + Notation.full(dissection)).isNotNull();
        Packet all = new Packet(
                dissection.parts().stream().map(Dissection.Part::layer).toList());
        assertThat(dissection.diff(all)).isEmpty();
        assertSame(dissection.packet().encode(), frame, at, dissection);
    }

    /** The printed packet is the frame again: without padding, and where nothing was cut amid a header. */
    private static void assertSame(Octets encoded, Octets frame, int end, Dissection dissection) {
        boolean whole = dissection.parts().stream().allMatch(FuzzTest::isWhole);
        if (whole) {
            assertThat(encoded).as(Notation.full(dissection)).isEqualTo(frame.slice(0, end));
        }
    }

    private static boolean isWhole(Dissection.Part part) {
        int length = part.headerEnd() - part.start();
        return HeaderCodec.write(part.layer(), 0, Optional.empty()).length == length;
    }
}
