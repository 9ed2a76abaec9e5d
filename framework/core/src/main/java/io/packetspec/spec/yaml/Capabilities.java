package io.packetspec.spec.yaml;

import io.packetspec.abi.Constants;
import java.util.List;

/** Reads names of capabilities. */
final class Capabilities {
    static final Scalar<String> NAME = Scalar.of("a capability such as CAP_NET_RAW", Capabilities::name);
    static final String PREFIX = "CAP_";

    private Capabilities() {}

    static List<String> read(Cursor cursor) {
        return cursor.items("a list of capabilities such as [CAP_NET_RAW]").stream()
                .flatMap(item -> item.literal(NAME).stream())
                .toList();
    }

    private static String name(String text) {
        List<String> legal = Constants.names(PREFIX);
        if (!legal.contains(text)) {
            throw new IllegalArgumentException(Suggestion.unknown("capability", text, "", legal));
        }
        return text;
    }
}
