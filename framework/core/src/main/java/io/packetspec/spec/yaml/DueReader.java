package io.packetspec.spec.yaml;

import io.packetspec.spec.Due;
import io.packetspec.spec.Kept;
import io.packetspec.spec.TimeRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads when expected frames must come. */
final class DueReader {
    static final Keys KEYS = Keys.of(
            "after",
            Key.optional(
                    "event",
                    Shapes.NAME,
                    "what a frame, a call or a command was kept as; what the spec did or saw last if left out"),
            Key.required("between", Shapes.TIMES, "the earliest and the latest time, such as [190ms, 260ms]"));

    private DueReader() {}

    static Due read(StepParts parts) {
        Optional<Due.After> after =
                parts.modifier("after").flatMap(c -> c.mapping(KEYS)).flatMap(DueReader::after);
        return new Due(parts.duration("within"), after.orElse(null));
    }

    private static Optional<Due.After> after(Mapping mapping) {
        String event = event(mapping);
        Optional<TimeRange> between = mapping.need("between").flatMap(TimeRangeReader::read);
        return between.map(range -> new Due.After(event, range));
    }

    private static @Nullable String event(Mapping mapping) {
        Scalar<String> event = Scalar.of("the name of an event", name -> known(name, mapping.scope()));
        return mapping.get("event").flatMap(c -> c.literal(event)).orElse(null);
    }

    private static String known(String name, Scope scope) {
        Optional<Names.Keeping> keeping = scope.names().kept(name);
        if (keeping.isEmpty() && !scope.names().isIncomplete()) {
            throw new IllegalArgumentException(
                    Suggestion.unknown("event", name, "", scope.names().events()));
        }
        keeping.flatMap(Names.Keeping::kept).filter(kept -> !kept.isEvent()).ifPresent(kept -> {
            throw noEvent(name, kept);
        });
        return name;
    }

    private static IllegalArgumentException noEvent(String name, Kept kept) {
        return new IllegalArgumentException("\"" + name + "\" is " + kept.what()
                + ", it has no time: an event is what another call, a command or a frame was kept as");
    }
}
