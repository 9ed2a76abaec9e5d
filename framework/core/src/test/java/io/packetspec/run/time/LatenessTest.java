package io.packetspec.run.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.packetspec.linux.CoarseClock;
import io.packetspec.trace.Trace;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How late the harness was, in the words of failures. */
final class LatenessTest {
    private static final Duration TOLERANCE = Duration.ofMillis(10);

    @Test
    void collectingGarbageMakesItLateWhateverItWaitedFor() {
        Lateness lateness = new Lateness();
        lateness.restart();
        lateness.begin();
        collect();
        lateness.late(0);
        long late = lateness.end();
        assertThat(Duration.ofNanos(late)).isGreaterThanOrEqualTo(Duration.ofMillis(1));
        assertThat(lateness.worst()).isEqualTo(Duration.ofNanos(late));
        assertThat(lateness.text(TOLERANCE))
                .containsPattern("\n  collecting garbage stopped the harness for [1-9]\\d*.000 ms meanwhile$");
    }

    @Test
    void whereNoneWasCollectedNothingIsSaidOfIt() {
        collect();
        Lateness lateness = new Lateness();
        lateness.restart();
        lateness.late(Duration.ofMillis(11).toNanos());
        assertThat(lateness.text(TOLERANCE))
                .startsWith("the harness was late by 11.000 ms at most, its tolerance is 10.000 ms\n")
                .doesNotContain("garbage");
        assertThat(lateness.isBeyond(TOLERANCE)).isTrue();
    }

    @Test
    void whoeverWaitsForAProcessorMayExplainWhatWasMissedAndOnlyATickOfItWhereThisRunComesBeforeAll() {
        long aTick = CoarseClock.period();
        // Since the machine was started, for nobody has said restart.
        assumeTrue(CpuPressure.now() >= aTick, "nobody has waited for a processor yet, or it is not counted");
        assertThat(explains(new Lateness(), aTick)).isTrue();
        assertThat(explains(urgent(() -> false), aTick)).isFalse();
        assertThat(explains(urgent(() -> false), aTick - 1)).isTrue();
        assertThat(explains(urgent(() -> true), aTick)).isTrue();
    }

    @Test
    void whatIsNotHeededChangesNothingAndWhatFailedEarlierIsFreeOfWhatCameLater() {
        Lateness lateness = new Lateness();
        lateness.late(5);
        lateness.unheeded(() -> lateness.late(TOLERANCE.toNanos() * 2));
        assertThat(lateness.worst()).isEqualTo(Duration.ofNanos(5));
        long then = Trace.now();
        lateness.late(TOLERANCE.toNanos() * 3);
        lateness.explainsFailure();
        assertThat(lateness.isBeyond(TOLERANCE)).isTrue();
        lateness.unheeded(() -> lateness.failedAt(then));
        assertThat(lateness.worst()).isEqualTo(Duration.ofNanos(5));
        assertThat(lateness.isBeyond(TOLERANCE)).isFalse();
    }

    private static Lateness urgent(BooleanSupplier company) {
        Lateness urgent = new Lateness(company);
        urgent.hurry();
        return urgent;
    }

    private static boolean explains(Lateness lateness, long missed) {
        lateness.missed(missed);
        return lateness.explains();
    }

    /** A collection counts from its first whole millisecond. */
    private static void collect() {
        long before = Pauses.now();
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(10)).until(() -> {
            System.gc();
            return Pauses.now() > before;
        });
    }
}
