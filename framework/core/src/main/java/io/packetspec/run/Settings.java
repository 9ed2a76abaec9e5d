package io.packetspec.run;

import java.time.Duration;

/**
 * How specs are run.
 *
 * @param patience how long an expected frame, or the marker that proves silence, is waited for
 * @param callLimit how long a call in the foreground may block
 * @param tolerance how late the harness may be before a failure counts as inconclusive
 * @param scriptFactor by which the tolerances of scripts are multiplied
 * @param strictScripts whether packets that a script does not expect, and wrong checksums of those it does, are failures
 * @param urgency whose threads get real-time priority
 */
public record Settings(
        Duration patience,
        Duration callLimit,
        Duration tolerance,
        double scriptFactor,
        boolean strictScripts,
        Urgency urgency) {
    public static final Settings DEFAULT =
            new Settings(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMillis(10), 1, false, Urgency.AUTO);

    Settings scaled(double factor) {
        return new Settings(patience, callLimit, tolerance, scriptFactor * factor, strictScripts, urgency);
    }
}
