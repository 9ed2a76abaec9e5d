package io.packetspec.linux;

import io.packetspec.linux.PerfEvents.Sample;
import java.nio.ByteBuffer;
import java.util.List;

/** What goes in and out of perf_event_open(2): {@code struct perf_event_attr}, and the records of a ring. */
final class PerfFormat {
    /** {@code struct perf_event_header}: type, misc, size. */
    static final int HEADER = 8;

    static final int LENGTH = 6;

    private static final int ATTRIBUTE = 128;
    private static final int TYPE_TRACEPOINT = 2;
    /** PERF_SAMPLE_TID, TIME, RAW, in this order in a record. */
    private static final long SAMPLE_TYPE = 1 << 1 | 1 << 2 | 1 << 10;

    private static final long DISABLED = 1;
    private static final long USE_CLOCKID = 1 << 25;
    /** The others are refused for tracepoints, which may be hit where only this one can be read. */
    private static final int CLOCK_MONOTONIC = 1;

    private static final int RECORD_LOST = 2;
    private static final int RECORD_SAMPLE = 9;

    private PerfFormat() {}

    static byte[] attribute(int tracepoint) {
        byte[] attribute = new byte[ATTRIBUTE];
        Native.wrap(attribute)
                .putInt(TYPE_TRACEPOINT)
                .putInt(ATTRIBUTE)
                .putLong(tracepoint)
                .putLong(1)
                .putLong(SAMPLE_TYPE)
                .putLong(40, DISABLED | USE_CLOCKID)
                .putInt(92, CLOCK_MONOTONIC);
        return attribute;
    }

    /** Adds the sample that this record is; how many events it says were lost. */
    static long read(ByteBuffer record, int processor, List<Sample> samples) {
        int type = record.getInt(0);
        if (type == RECORD_SAMPLE) {
            samples.add(sample(record.position(HEADER), processor));
        }
        return type == RECORD_LOST ? record.getLong(HEADER + Long.BYTES) : 0;
    }

    private static Sample sample(ByteBuffer record, int processor) {
        record.getInt();
        int thread = record.getInt();
        long time = record.getLong();
        byte[] octets = new byte[record.getInt()];
        record.get(octets);
        return new Sample(time, processor, thread, octets);
    }
}
