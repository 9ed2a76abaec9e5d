package io.packetspec.spec.yaml;

import io.packetspec.spec.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads a range of times: a list of its two ends. */
final class TimeRangeReader {
    private static final String RANGE = "two times such as [190ms, 260ms]";

    private TimeRangeReader() {}

    static Optional<TimeRange> read(Cursor cursor) {
        List<Cursor> ends = cursor.items(RANGE);
        if (cursor.isList() && ends.size() != 2) {
            cursor.problem("expected " + RANGE + ", not " + (ends.size() == 1 ? "one" : ends.size()));
        }
        List<Duration> times = ends.stream()
                .flatMap(end -> end.literal(Scalars.DURATION).stream())
                .toList();
        return ends.size() == 2 && times.size() == 2 ? range(cursor, times.get(0), times.get(1)) : Optional.empty();
    }

    private static Optional<TimeRange> range(Cursor cursor, Duration from, Duration to) {
        if (from.compareTo(to) > 0) {
            cursor.problem("the range ends before it begins: the smaller time comes first");
            return Optional.empty();
        }
        return Optional.of(new TimeRange(from, to));
    }
}
