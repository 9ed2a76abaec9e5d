package io.packetspec.spec.yaml;

import io.packetspec.spec.Spelling;
import java.util.Collection;
import java.util.Optional;

/** What a user may have meant. */
final class Suggestion {
    private Suggestion() {}

    /** {@code unknown field "sprot" of tcp; did you mean "sport"?} */
    static String unknown(String what, String given, String where, Collection<String> legal) {
        return "unknown " + what + " \"" + given + "\"" + where + among(given, legal);
    }

    /** {@code ; did you mean "x"? one of: x, y}, as far as there is something to say. */
    static String among(String given, Collection<String> legal) {
        return Spelling.among(given, legal);
    }

    static Optional<String> nearest(String given, Collection<String> legal) {
        return Spelling.nearest(given, legal);
    }
}
