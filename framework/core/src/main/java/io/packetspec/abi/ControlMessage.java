package io.packetspec.abi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kind of control message, cmsg(3): ancillary data that goes with a message. */
public record ControlMessage(String name, int level, int type, Layout layout) {
    private static final Map<String, ControlMessage> MESSAGES = new LinkedHashMap<>();

    static {
        Table.rows("control-message.table").stream().map(ControlMessage::of).forEach(m -> MESSAGES.put(m.name, m));
    }

    private static ControlMessage of(List<String> row) {
        return new ControlMessage(
                row.get(0), Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2)), Layout.of(row.get(3)));
    }

    public static Optional<ControlMessage> named(String name) {
        return Optional.ofNullable(MESSAGES.get(name));
    }

    /** The one that this level and type stand for where a message is received; octets if there is none. */
    public static ControlMessage received(int level, int type) {
        return MESSAGES.values().stream()
                .filter(message -> message.level == level && message.type == type)
                .reduce((first, last) -> last)
                .orElseGet(() -> unknown(level, type));
    }

    /** One without a name, of which nothing but its octets is known. */
    public static ControlMessage unknown(int level, int type) {
        return new ControlMessage("{level: " + level + ", type: " + type + "}", level, type, Form.OCTETS);
    }

    public static List<String> names() {
        return List.copyOf(MESSAGES.keySet());
    }
}
