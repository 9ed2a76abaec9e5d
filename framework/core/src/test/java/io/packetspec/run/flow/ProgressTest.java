package io.packetspec.run.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.run.flow.Progress.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a stream has got, whatever order its parts come in. */
final class ProgressTest {
    private static Progress of(long... ends) {
        Progress progress = Progress.NONE;
        for (int i = 0; i < ends.length; i += 2) {
            progress = progress.with(new Stretch(ends[i], ends[i + 1]));
        }
        return progress;
    }

    @Test
    void whatFollowsWithoutAHoleIsNext() {
        assertThat(of(0, 1, 1, 6).next()).isEqualTo(6);
    }

    @Test
    void whatWasThereBeforeMovesNothingBack() {
        assertThat(of(0, 1, 1, 6, 1, 3).next()).isEqualTo(6);
        assertThat(of(0, 6, 3, 9).next()).isEqualTo(9);
    }

    @Test
    void whatLiesBehindAHoleWaitsForIt() {
        assertThat(of(0, 1, 11, 21).next()).isEqualTo(1);
        assertThat(of(0, 1, 21, 31, 11, 21, 1, 11).next()).isEqualTo(31);
        assertThat(of(0, 1, 21, 31, 1, 11).next()).isEqualTo(11);
    }

    @Test
    void anEmptySegmentIsNoStretch() {
        assertThat(of(0, 1, 9, 9)).isEqualTo(of(0, 1));
    }

    @Test
    void numbersWrap() {
        assertThat(of(0, 0x7fff_ffffL, 0x7fff_ffffL, 0xffff_fffeL, 0xffff_fffeL, 5)
                        .next())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"1, 6, 5", "6, 1, -5", "4294967290, 4, 10", "4, 4294967290, -10", "0, 0, 0"})
    void distanceGoesTheShorterWayRound(long from, long to, int distance) {
        assertThat(Sequence.distance(from, to)).isEqualTo(distance);
        assertThat(Sequence.sum(from, distance)).isEqualTo(to);
    }
}
