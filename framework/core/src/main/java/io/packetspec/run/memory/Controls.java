package io.packetspec.run.memory;

import io.packetspec.abi.ControlMessage;
import io.packetspec.packet.Octets;
import io.packetspec.spec.Control;
import io.packetspec.spec.ControlMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Control messages between the model and the memory of a call, cmsg(3), and how they differ. */
public record Controls(List<Received> received) {
    private static final int HEADER = 16;

    /** One that came. */
    record Received(ControlMessage message, Object value, Octets octets) {
        @Override
        public String toString() {
            return message.name() + " " + LayoutDifference.value(message.layout(), value);
        }
    }

    public static byte[] encode(List<?> messages) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object each : messages) {
            Control control = (Control) each;
            byte[] value = LayoutCodec.encode(control.message().layout(), control.value());
            ByteBuffer memory =
                    ByteBuffer.allocate(aligned(HEADER + value.length)).order(ByteOrder.nativeOrder());
            memory.putLong(HEADER + value.length)
                    .putInt(control.message().level())
                    .putInt(control.message().type())
                    .put(value);
            all.writeBytes(memory.array());
        }
        return all.toByteArray();
    }

    private static int aligned(int length) {
        return length + 7 & ~7;
    }

    public static Controls decode(byte[] octets) {
        List<Received> received = new ArrayList<>();
        ByteBuffer memory = ByteBuffer.wrap(octets).order(ByteOrder.nativeOrder());
        for (int at = 0; at + HEADER <= octets.length; ) {
            int end = Math.min(octets.length, at + Math.max(HEADER, (int) memory.getLong(at)));
            ControlMessage message = ControlMessage.received(memory.getInt(at + 8), memory.getInt(at + 12));
            byte[] value = Arrays.copyOfRange(octets, at + HEADER, end);
            received.add(new Received(message, LayoutCodec.decode(message.layout(), value), Octets.of(value)));
            at += aligned(end - at);
        }
        return new Controls(received);
    }

    /** By their names, of several of a kind the first. */
    public Map<String, Object> names() {
        Map<String, Object> names = new LinkedHashMap<>();
        received.forEach(each -> names.putIfAbsent(each.message().name(), each.value()));
        return names;
    }

    /** What is expected must be there once at least; what is not named may be there, unless nothing else may. */
    public List<String> differences(ControlMatch expected) {
        List<String> differences = new ArrayList<>();
        expected.expected().forEach(each -> differences.addAll(difference(each)));
        if (expected.others()) {
            received.stream()
                    .filter(each -> expected.expected().stream().noneMatch(e -> is(e.message(), each)))
                    .forEach(each -> differences.add("expected no other control message, actual " + each));
        }
        return differences;
    }

    private static boolean is(ControlMessage message, Received received) {
        return message.level() == received.message().level()
                && message.type() == received.message().type();
    }

    private List<String> difference(ControlMatch.Expected expected) {
        String path = "control." + expected.message().name();
        List<Received> came =
                received.stream().filter(each -> is(expected.message(), each)).toList();
        if (came.isEmpty()) {
            return LayoutDifference.between(path, expected.message().layout(), expected.match(), null).stream()
                    .map(text -> text + "; there came " + text())
                    .toList();
        }
        List<List<String>> differences =
                came.stream().map(each -> difference(path, expected, each)).toList();
        return differences.stream().anyMatch(List::isEmpty) ? List.of() : differences.get(0);
    }

    /** Octets are compared as they lie in memory. */
    private static List<String> difference(String path, ControlMatch.Expected expected, Received came) {
        Object actual = LayoutDifference.isInOctets(expected.match()) ? came.octets() : came.value();
        return LayoutDifference.between(path, expected.message().layout(), expected.match(), actual);
    }

    private String text() {
        return received.isEmpty()
                ? "none"
                : received.stream().map(Received::toString).collect(Collectors.joining(", "));
    }
}
