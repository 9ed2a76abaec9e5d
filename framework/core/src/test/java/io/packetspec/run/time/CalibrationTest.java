package io.packetspec.run.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** By how much a machine widens tolerances. */
final class CalibrationTest {
    @Test
    void aMachineAsGoodAsTheReferenceOrBetterWidensNothing() {
        assertThat(of(400, 100).factor()).isEqualTo(1);
        assertThat(of(0, 0).factor()).isEqualTo(1);
    }

    @Test
    void aToleranceIsWiderByAsMuchAsWhatItHoldsComesLater() {
        assertThat(of(2_400, 100).factor()).isEqualTo(1.5, Offset.offset(1e-9));
        assertThat(of(400, 4_100).factor()).isEqualTo(2, Offset.offset(1e-9));
    }

    @Test
    void itIsNeverThatWideThatItHoldsWhateverComes() {
        assertThat(of(500_000, 500_000).factor()).isEqualTo(3);
    }

    @Test
    void oneOutlierChangesNothing() {
        assertThat(Calibration.nineOfTen(90_000, 5, 4, 3, 1, 2, 8, 6, 7, 9, 10, 12, 11, 14, 13))
                .isEqualTo(14);
    }

    @Test
    void itIsTakenFromThisMachineAndSaysSo() {
        Calibration here = Calibration.measure(true);
        assertThat(here.wakeUp()).isPositive();
        assertThat(here.roundTrip()).isPositive();
        assertThat(here.factor()).isBetween(1.0, 3.0);
        assertThat(of(1_400, 1_100).text())
                .isEqualTo("tolerance factor 1.50: of ten sleeps nine end within 1.400 ms of their time,"
                        + " another thread answers within 1.100 ms");
    }

    private static Calibration of(long wakeUp, long roundTrip) {
        return new Calibration(TimeUnit.MICROSECONDS.toNanos(wakeUp), TimeUnit.MICROSECONDS.toNanos(roundTrip));
    }
}
