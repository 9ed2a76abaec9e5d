package io.packetspec.spec;

import io.packetspec.abi.Errno;
import io.packetspec.packet.Match;
import org.jspecify.annotations.Nullable;

/**
 * What a call must come to: an errno, a returned number, or (both null) anything but an error.
 *
 * @param took how long the call itself must take; null: as long as it likes
 */
public record Outcome(
        @Nullable Value<Errno> fails,
        @Nullable Value<Match> returns,
        @Nullable TimeRange took) {}
