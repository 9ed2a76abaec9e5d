package io.packetspec.run;

import io.packetspec.packet.Packet;
import io.packetspec.spec.PacketTemplate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Frames that may come although no step expects them. */
record Allowance(List<Packet> packets) {
    static Allowance of(List<PacketTemplate> packets, Map<String, ?> names) {
        return new Allowance(packets.stream().map(packet -> packet.in(names)).toList());
    }

    Allowance and(Allowance more) {
        return new Allowance(
                Stream.concat(packets.stream(), more.packets.stream()).toList());
    }

    boolean accepts(Captured frame) {
        return packets.stream().anyMatch(packet -> Differences.matches(packet, frame));
    }
}
