package io.packetspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.packetspec.linux.tracepoint.Tracefs;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tracepoints of the running kernel, here one that every system call hits. */
final class PerfEventsTest {
    private static PerfEvents open() throws IOException {
        ForkedJvm.assumeRootOfTheMachine();
        assumeTrue(Tracefs.folder().isPresent(), "tracefs is not mounted");
        return PerfEvents.open(List.of(Tracefs.format("raw_syscalls:sys_enter").id()));
    }

    private static long ours(PerfEvents.Drained drained) {
        int thread = ThreadId.ofCallingThread();
        return drained.samples().stream()
                .filter(sample -> sample.thread() == thread)
                .count();
    }

    @Test
    void whatThisThreadDidIsThereWhenItHasDoneIt() throws IOException {
        try (PerfEvents events = open()) {
            ThreadId.ofCallingThread();
            assertThat(events.drain().samples()).isEmpty();
            events.enable();
            ThreadId.ofCallingThread();
            ThreadId.ofCallingThread();
            PerfEvents.Drained drained = events.drain();
            events.disable();
            assertThat(ours(drained)).isGreaterThanOrEqualTo(2);
            assertThat(drained.samples()).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
        }
    }

    @Test
    void eventsWithoutRoomAreCounted() throws IOException {
        try (PerfEvents events = open()) {
            events.enable();
            for (int i = 0; i < 50_000; i++) {
                ThreadId.ofCallingThread();
            }
            PerfEvents.Drained full = events.drain();
            events.disable();
            assertThat(full.lost()).isPositive();
            assertThat(ours(full)).isBetween(1_000L, 49_999L);
        }
    }
}
