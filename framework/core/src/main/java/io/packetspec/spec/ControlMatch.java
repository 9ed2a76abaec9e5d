package io.packetspec.spec;

import io.packetspec.abi.ControlMessage;
import io.packetspec.packet.Match;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the control messages of a received message must be.
 *
 * @param others whether there must be none but those that are expected
 */
public record ControlMatch(List<Expected> expected, boolean others) {
    public ControlMatch {
        expected = List.copyOf(expected);
    }

    /** One kind of message: its value, or {@link Match.Absent}. */
    public record Expected(ControlMessage message, Match match) {}

    @Override
    public String toString() {
        return expected.stream()
                        .map(each -> each.message().name() + ": " + each.match())
                        .collect(Collectors.joining(", ", "{", ""))
                + (!others ? "}" : expected.isEmpty() ? "others: 0}" : ", others: 0}");
    }
}
