package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A whole script. Symbols are replaced already, as packetdrill's own lexer does it; every other name is as it was written.
 *
 * @param init run before the first event
 * @param cleanup run after the last event, whatever became of the script
 */
public record Script(
        At at,
        List<ScriptOption> options,
        Optional<Action.Shell> init,
        List<Event> events,
        Optional<Action.Shell> cleanup) {
    public Script {
        options = List.copyOf(options);
        events = List.copyOf(events);
    }

    /** The script in canonical form: reading it gives an equal tree, but for the places. */
    @Override
    public String toString() {
        return Stream.of(options.stream(), init.stream(), events.stream(), cleanup.stream())
                .flatMap(part -> part)
                .map(part -> part + "\n")
                .collect(Collectors.joining());
    }
}
