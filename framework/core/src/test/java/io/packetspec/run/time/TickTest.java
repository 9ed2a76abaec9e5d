package io.packetspec.run.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.linux.CoarseClock;
import java.time.Duration;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel's tick, seen by its own coarse clock. */
final class TickTest {
    private static final int TURNS = 9;

    @Test
    void itsPeriodIsTheKernels() {
        Tick tick = Tick.ofKernel().orElseThrow();
        assertThat(Duration.ofNanos(tick.period())).isBetween(Duration.ofMillis(1), Duration.ofMillis(10));
        assertThat(tick.period()).isEqualTo(CoarseClock.period());
    }

    /** Wherever one looks from, the next edge comes as long after the wait as it must; another machine may disturb some. */
    @Test
    void itEndsAQuarterOfAMillisecondBehindAnEdge() {
        Tick tick = Tick.ofKernel().orElseThrow();
        long expected = tick.period() - 250_000;
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(median(tick)).isBetween(expected - 300_000, expected + 100_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {-9_100_000, -50_000, 0, 1_700_000, 4_000_000, 10_000_000})
    void aTimeMovesToTheSamePlaceInATickThatIsStillToCome(long ahead) {
        Tick tick = new Tick(4_000_000, 1_234_567);
        long before = System.nanoTime();
        long moves = tick.moves(ahead);
        long after = System.nanoTime();
        assertThat(ahead + moves).isNotNegative();
        assertThat(moves).isNotNegative().isLessThan(tick.period() + Math.max(0, -ahead));
        long expected = 1_234_567 + 250_000;
        assertThat(Math.floorMod(expected - (before + ahead + moves), tick.period()))
                .isLessThanOrEqualTo(after - before);
    }

    private static long median(Tick tick) {
        return LongStream.generate(() -> fromWaitToEdge(tick))
                .limit(TURNS)
                .sorted()
                .skip(TURNS / 2)
                .findFirst()
                .orElseThrow();
    }

    private static long fromWaitToEdge(Tick tick) {
        tick.await();
        long waited = System.nanoTime();
        long coarse = CoarseClock.now();
        while (CoarseClock.now() == coarse && System.nanoTime() - waited < 3 * tick.period()) {
            Thread.onSpinWait();
        }
        return System.nanoTime() - waited;
    }
}
