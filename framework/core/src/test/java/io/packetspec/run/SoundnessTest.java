package io.packetspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.packet.Layer;
import io.packetspec.packet.Packet;
import io.packetspec.packet.header.Headers;
import io.packetspec.run.frame.Captured;
import io.packetspec.run.frame.Differences;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What strictness asks of checksums. */
final class SoundnessTest {
    private static final Layer FOUR =
            Layer.of(Headers.IPV4).with("src", "192.0.2.1").with("dst", "192.0.2.2");
    private static final Layer SIX =
            Layer.of(Headers.IPV6).with("src", "2001:db8::1").with("dst", "2001:db8::2");
    private static final Layer TCP = Layer.of(Headers.TCP).with("sport", 1).with("dport", 2);
    private static final Layer UDP = Layer.of(Headers.UDP).with("sport", 1).with("dport", 2);

    private static Optional<String> fault(boolean unfinished, Layer... layers) {
        return Soundness.fault(Captured.frame(0, Packet.of(layers).encode(), true, unfinished))
                .map(Differences::paths);
    }

    @Test
    void aRightChecksumIsNoFault() {
        assertThat(fault(false, FOUR, TCP)).isEmpty();
        assertThat(fault(false, SIX, UDP)).isEmpty();
        assertThat(fault(false, SIX, Layer.of(Headers.ICMPV6))).isEmpty();
    }

    @Test
    void aWrongChecksumIsAFault() {
        assertThat(fault(false, FOUR, TCP.with("checksum", 1))).contains("tcp.checksum");
        assertThat(fault(false, SIX, UDP.with("checksum", 1))).contains("udp.checksum");
        assertThat(fault(false, FOUR, Layer.of(Headers.ICMP).with("checksum", 1)))
                .contains("icmp.checksum");
    }

    @Test
    void whatIsLeftToTheDeviceIsNotLookedAt() {
        assertThat(fault(true, FOUR, TCP.with("checksum", 1))).isEmpty();
    }

    @Test
    void onlyUdpOfIpv4MayHaveNone() {
        assertThat(fault(false, FOUR, UDP.with("checksum", 0))).isEmpty();
        assertThat(fault(false, SIX, UDP.with("checksum", 0))).contains("udp.checksum");
    }
}
