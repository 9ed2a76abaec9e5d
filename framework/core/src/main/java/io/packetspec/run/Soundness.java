package io.packetspec.run;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.packet.Packet;
import io.packetspec.packet.header.Headers;
import io.packetspec.run.frame.Captured;
import io.packetspec.run.frame.Differences;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the transport checksum of a frame is right, unless it is left to the device to compute it. */
final class Soundness {
    private static final Match RIGHT = new Match.Checksum(true);
    /** RFC 768: nobody computed one. */
    private static final Match RIGHT_OR_NONE = new Match.In(List.of(RIGHT, Match.exact(0L)));

    private Soundness() {}

    static Optional<Differences> fault(Captured frame) {
        return frame.unfinished()
                ? Optional.empty()
                : Stream.of(Headers.TCP, Headers.UDP, Headers.ICMP, Headers.ICMPV6)
                        .filter(header -> frame.dissection().part(header).isPresent())
                        .map(header -> against(header, frame.dissection()))
                        .filter(differences -> !differences.isEmpty())
                        .findFirst();
    }

    private static Differences against(Header header, Dissection frame) {
        boolean mayLack = header == Headers.UDP && frame.part(Headers.IPV4).isPresent();
        Packet sound = Packet.of(Layer.of(header).with("checksum", mayLack ? RIGHT_OR_NONE : RIGHT));
        return Differences.between(sound, frame);
    }
}
