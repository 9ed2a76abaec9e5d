package io.packetspec.spec;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When expected frames must come, by kernel stamps.
 *
 * @param within at most this long after what the spec did last; null: no such bound
 * @param after in this range since an event; null: no such bound
 */
public record Due(@Nullable Duration within, @Nullable After after) {

    /** @param event the name of what a step kept; null: what the spec did or saw last */
    public record After(@Nullable String event, TimeRange between) {}

    /** How late a frame may still be due. */
    public Optional<Duration> latest() {
        return Stream.of(
                        Optional.ofNullable(within),
                        Optional.ofNullable(after).map(a -> a.between().to()))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }
}
