package io.packetspec.run.flow;

import io.packetspec.packet.Mismatch;
import java.util.Optional;

/**
 * The IPv6 flow label of a host's packets by what a script calls it. A kernel chooses labels, so what counts is whether it
 * is the same as before: what has another name than the latest must be another one.
 */
final class Labels {
    private static final String PATH = "ipv6.fl";
    private long name;
    private long live;

    /** @param called 0: it is not looked at */
    Optional<Mismatch> diff(long called, long actual) {
        if (called == 0) {
            return Optional.empty();
        } else if (actual == 0) {
            return mismatch("a label", "none");
        } else if (name == 0 || called == name == (actual == live)) {
            return Optional.empty();
        }
        return called == name
                ? mismatch(hex(live) + ", as before, which the script calls " + hex(name), hex(actual))
                : mismatch("another than before, which the script calls " + hex(name), hex(actual));
    }

    void met(long called, long actual) {
        if (called != 0) {
            name = called;
            live = actual;
        }
    }

    private static Optional<Mismatch> mismatch(String expected, String actual) {
        return Optional.of(new Mismatch(PATH, expected, actual));
    }

    private static String hex(long label) {
        return "0x" + Long.toHexString(label);
    }
}
