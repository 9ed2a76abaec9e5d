package io.packetspec.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.spec.At;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A trace tells of a step what may have decided it, and nothing of what did not. */
final class TraceTextTest {
    private static final long MIB = 1 << 20;

    @Test
    void aStepInWhichTheHarnessWasLateSaysByHowMuch() {
        assertThat(line(1_500, 0)).isEqualTo("line 7: wait: 1ms  (harness late by 1.500 ms)");
        assertThat(line(99, 0)).isEqualTo("line 7: wait: 1ms");
    }

    @Test
    void aStepThatAllocatesMuchSaysHowMuch() {
        assertThat(line(0, 5 * MIB / 2)).isEqualTo("line 7: wait: 1ms  (allocated 2.5 MiB)");
        assertThat(line(0, MIB - 1)).isEqualTo("line 7: wait: 1ms");
    }

    private static String line(long late, long allocated) {
        At at = new At("a.spec.yaml", 7, 3);
        return TraceText.line(
                new Event.Step(0, 0, at, "wait: 1ms", "", TimeUnit.MICROSECONDS.toNanos(late), allocated));
    }
}
