package io.packetspec.run.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.linux.CoarseClock;
import java.time.Duration;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

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
