package io.packetspec.spec;

import io.packetspec.abi.Constants;
import io.packetspec.packet.Match;
import java.util.stream.Collectors;

/** How a match of flags is told: by the names of their constants. */
public final class FlagMatch {
    private FlagMatch() {}

    /** @param prefix of the constants; empty: a plain number */
    public static String text(String prefix, Match match) {
        if (match instanceof Match.Exact exact) {
            return value(prefix, exact.value());
        }
        if (match instanceof Match.Not not) {
            return "{not: " + text(prefix, not.match()) + "}";
        }
        if (match instanceof Match.In in) {
            return in.matches().stream().map(m -> text(prefix, m)).collect(Collectors.joining(", ", "{in: [", "]}"));
        }
        return match.toString();
    }

    public static String value(String prefix, Object value) {
        return value instanceof Long number && !prefix.isEmpty() ? Constants.flags(prefix, number) : value.toString();
    }
}
