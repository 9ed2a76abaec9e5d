package io.packetspec.run.frame;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Mismatch;
import io.packetspec.packet.Notation;
import io.packetspec.packet.Packet;
import io.packetspec.run.flow.Expected;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How what came differs from what was expected, in words: the paths, both values of each, both packets.
 *
 * @param expected looked at only where something differs
 */
public record Differences(Supplier<Packet> expected, Dissection actual, List<Mismatch> list) {
    public static Differences between(Packet expected, Dissection actual) {
        return new Differences(() -> expected, actual, actual.diff(expected));
    }

    public static Differences between(Expected expected, Dissection actual) {
        return new Differences(() -> expected.packet(actual), actual, expected.diff(actual));
    }

    public static boolean matches(Expected expected, Captured frame) {
        return expected.diff(frame.dissection()).isEmpty();
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** {@code what differs in tcp.seq}, then a line for each value, then the packets, one below the other. */
    public String text(String what) {
        String values = list.stream().map(this::values).collect(Collectors.joining());
        return what + " differs in " + paths() + values + "\n  expected  " + Notation.line(expected.get())
                + "\n  actual    " + Notation.line(actual);
    }

    /** {@code tcp.seq, tcp.ack}. */
    public String paths() {
        return list.stream().map(Mismatch::path).collect(Collectors.joining(", "));
    }

    private String values(Mismatch one) {
        String path = list.size() == 1 ? "" : one.path() + ": ";
        return "\n  " + path + "expected " + one.expected() + ", actual " + one.actual();
    }
}
