package io.packetspec.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The records of a perf ring, octet for octet. */
final class PerfFormatTest {
    private static ByteBuffer record(int type) {
        return ByteBuffer.allocate(64)
                .order(ByteOrder.nativeOrder())
                .putInt(type)
                .putInt(64 << 16);
    }

    @Test
    void aSampleHasThreadTimeAndTheEvent() {
        ByteBuffer record =
                record(9).putInt(100).putInt(101).putLong(12_345).putInt(3).put(new byte[] {7, 8, 9});
        List<PerfEvents.Sample> samples = new ArrayList<>();
        assertThat(PerfFormat.read(record.rewind(), 1, samples)).isZero();
        assertThat(samples).singleElement().satisfies(sample -> {
            assertThat(sample.thread()).isEqualTo(101);
            assertThat(sample.time()).isEqualTo(12_345);
            assertThat(sample.processor()).isEqualTo(1);
            assertThat(sample.octets()).containsExactly(7, 8, 9);
        });
    }

    @Test
    void aLossSaysHowManyEventsWereLost() {
        List<PerfEvents.Sample> samples = new ArrayList<>();
        assertThat(PerfFormat.read(record(2).putLong(77).putLong(5).rewind(), 0, samples))
                .isEqualTo(5);
        assertThat(samples).isEmpty();
    }

    @Test
    void otherRecordsArePassedOver() {
        List<PerfEvents.Sample> samples = new ArrayList<>();
        assertThat(PerfFormat.read(record(5).putLong(77).putLong(5).rewind(), 0, samples))
                .isZero();
        assertThat(samples).isEmpty();
    }
}
