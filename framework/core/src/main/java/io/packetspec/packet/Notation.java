package io.packetspec.packet;

/** How packets and values are written: one notation in and out. */
public final class Notation {
    private Notation() {}

    static String value(Object value) {
        return value.toString();
    }
}
