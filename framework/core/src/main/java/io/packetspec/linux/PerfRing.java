package io.packetspec.linux;

import io.packetspec.linux.PerfEvents.Sample;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import jnr.ffi.Pointer;

/** The events of one processor in the ring that the kernel writes them to: perf_event_open(2), "MMAP layout". */
final class PerfRing implements AutoCloseable {
    private static final PerfCalls CALLS = PerfCalls.load();
    private static final int PAGE = CALLS.getpagesize();
    private static final int SIZE = 512 << 10;
    /** What is left in a ring where the next event may not have fitted. */
    private static final int FULL = 1024;

    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_SHARED = 1;
    private static final long PERF_FLAG_FD_CLOEXEC = 8;
    private static final long ENABLE = 0x2400;
    private static final long DISABLE = 0x2401;
    private static final long SET_OUTPUT = 0x2405;
    private static final long DATA_HEAD = 1024;
    private static final long DATA_TAIL = 1032;
    private static final long DATA_OFFSET = 1040;

    private final int processor;
    private final List<Integer> descriptors;
    private final Pointer ring;
    private final long data;

    private PerfRing(int processor, List<Integer> descriptors) {
        this.processor = processor;
        this.descriptors = descriptors;
        int first = descriptors.get(0);
        long mapped = CALLS.mmap(0, PAGE + SIZE, PROT_READ_WRITE, MAP_SHARED, first, 0);
        Native.checked(mapped == -1 ? -1 : 0, "mmap(perf event, " + (PAGE + SIZE) + " octets)");
        ring = Pointer.wrap(Native.RUNTIME, mapped, PAGE + SIZE);
        data = ring.getLong(DATA_OFFSET);
        descriptors.stream().skip(1).forEach(fd -> control(fd, SET_OUTPUT, first));
    }

    static PerfRing open(int processor, List<Integer> tracepoints) {
        List<Integer> descriptors = new ArrayList<>();
        try {
            tracepoints.forEach(id -> descriptors.add(event(id, processor)));
            return new PerfRing(processor, descriptors);
        } catch (Throwable e) {
            descriptors.forEach(CALLS::close);
            throw e;
        }
    }

    private static int event(int tracepoint, int processor) {
        Integer number = PerfCalls.PERF_EVENT_OPEN.get(System.getProperty("os.arch"));
        if (number == null) {
            throw PerfEvents.unsupported(System.getProperty("os.arch"));
        }
        byte[] attribute = PerfFormat.attribute(tracepoint);
        return (int) Native.checked(
                CALLS.syscall(number, attribute, -1, processor, -1, PERF_FLAG_FD_CLOEXEC),
                "perf_event_open(tracepoint " + tracepoint + ", processor " + processor + ")");
    }

    private static void control(int descriptor, long request, long argument) {
        Native.checked(CALLS.ioctl(descriptor, request, argument), "ioctl(perf event, " + request + ")");
    }

    void enable() {
        descriptors.forEach(fd -> control(fd, ENABLE, 0));
    }

    void disable() {
        descriptors.forEach(fd -> control(fd, DISABLE, 0));
    }

    /** Takes what is there; how many events were lost. */
    long drain(List<Sample> samples) {
        long head = ring.getLong(DATA_HEAD);
        VarHandle.acquireFence();
        long tail = ring.getLong(DATA_TAIL);
        // The kernel says what it lost with the next event that finds room, which may never come.
        long lost = head - tail > SIZE - FULL ? 1 : 0;
        while (tail < head) {
            int length = Short.toUnsignedInt(octets(tail, PerfFormat.HEADER).getShort(PerfFormat.LENGTH));
            lost += PerfFormat.read(octets(tail, length), processor, samples);
            tail += length;
        }
        VarHandle.fullFence();
        ring.putLong(DATA_TAIL, tail);
        return lost;
    }

    /** A record may go over the end of the ring. */
    private ByteBuffer octets(long from, int length) {
        byte[] octets = new byte[length];
        int start = (int) (from % SIZE);
        int before = Math.min(length, SIZE - start);
        ring.get(data + start, octets, 0, before);
        ring.get(data, octets, before, length - before);
        return Native.wrap(octets);
    }

    @Override
    public void close() {
        CALLS.munmap(ring.address(), PAGE + SIZE);
        descriptors.forEach(CALLS::close);
    }
}
