package io.packetspec.linux;

import io.packetspec.abi.Errno;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tracepoints of the whole machine, read from the rings of perf_event_open(2), one a processor. All of it belongs to
 * descriptors of this process, so that nothing is left however it ends; an instance of tracefs would be.
 */
public final class PerfEvents implements AutoCloseable {
    /**
     * What a tracepoint said.
     *
     * @param time nanoseconds of CLOCK_MONOTONIC, the same on all processors
     * @param thread the id of the thread in whose context it was hit, as this process counts threads
     * @param octets the event as its format lays it out
     */
    public record Sample(long time, int processor, int thread, byte[] octets) {}

    /** @param lost how many events found no room in a ring since the last drain */
    public record Drained(List<Sample> samples, long lost) {}

    private static final Path ONLINE = Path.of("/sys/devices/system/cpu/online");

    private final List<PerfRing> rings = new ArrayList<>();

    private PerfEvents() {}

    /**
     * Opens the tracepoints of these ids; they are silent before {@link #enable()}.
     *
     * @throws SystemCallException if the kernel refuses, for that takes CAP_PERFMON in the initial user namespace
     */
    public static PerfEvents open(List<Integer> tracepoints) {
        PerfEvents events = new PerfEvents();
        try {
            online().forEach(processor -> events.rings.add(PerfRing.open(processor, tracepoints)));
            return events;
        } catch (Throwable e) {
            events.close();
            throw e;
        }
    }

    /** Such as {@code 0-3,8}. */
    private static IntStream online() {
        try {
            return Stream.of(Files.readString(ONLINE).trim().split(","))
                    .map(range -> range.split("-"))
                    .flatMapToInt(ends ->
                            IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void enable() {
        rings.forEach(PerfRing::enable);
    }

    public void disable() {
        rings.forEach(PerfRing::disable);
    }

    /** What has come since the last time, in the order of time. */
    public Drained drain() {
        List<Sample> samples = new ArrayList<>();
        long lost = 0;
        for (PerfRing ring : rings) {
            lost += ring.drain(samples);
        }
        samples.sort(Comparator.comparingLong(Sample::time));
        return new Drained(samples, lost);
    }

    @Override
    public void close() {
        rings.forEach(PerfRing::close);
    }

    static SystemCallException unsupported(String processor) {
        return new SystemCallException(
                "perf_event_open on " + processor, Errno.named("ENOSYS").orElseThrow());
    }
}
