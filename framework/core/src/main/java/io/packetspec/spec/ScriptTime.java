package io.packetspec.spec;

import io.packetspec.packet.Match;
import java.time.Duration;
import java.util.Map;

/** The clock of a script as its steps see it, for times that the kernel answers. */
public interface ScriptTime {
    /** The name under which the scope of a run has it. */
    String NAME = "the clock of the script";

    /**
     * That something happened so long after the script began.
     *
     * @param tolerance of the script, which the run scales
     * @return a match of nanoseconds of CLOCK_REALTIME
     */
    Match at(Duration sinceBegin, Duration tolerance);

    /** The clock in the scope of a run. */
    static ScriptTime in(Map<String, ?> names) {
        if (names.get(NAME) instanceof ScriptTime time) {
            return time;
        }
        throw new IllegalStateException("only a script has a clock");
    }
}
