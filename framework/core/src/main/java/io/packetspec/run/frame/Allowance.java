package io.packetspec.run.frame;

import io.packetspec.run.flow.Expected;
import io.packetspec.run.flow.Flows;
import io.packetspec.spec.PacketTemplate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Frames that may come although no step expects them. */
public record Allowance(List<Expected> packets) {
    public static Allowance of(List<PacketTemplate> packets, Flows flows, Map<String, ?> names) {
        return new Allowance(
                packets.stream().map(packet -> flows.allowed(packet, names)).toList());
    }

    public Allowance and(Allowance more) {
        return new Allowance(
                Stream.concat(packets.stream(), more.packets.stream()).toList());
    }

    public boolean accepts(Captured frame) {
        return packets.stream().anyMatch(packet -> Differences.matches(packet, frame));
    }
}
