package io.packetspec.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LabTest {
    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8::1"})
    void aSegmentToNoSocketIsAnsweredWithAResetWhoseChecksumIsReal(String dut) {
        Segment segment = Segment.synAck(dut);
        try (Lab lab = Lab.open(Plans.plain())) {
            Wire wire = lab.wire("peer");
            wire.inject(segment.frame());
            Wire.Frame frame = wire.next(System.nanoTime() + TimeUnit.SECONDS.toNanos(1));
            assertThat(frame).isNotNull();
            assertThat(segment.isAnsweredBy(frame.octets())).isTrue();
            assertThat(frame.time()).isPositive();
        }
    }
}
