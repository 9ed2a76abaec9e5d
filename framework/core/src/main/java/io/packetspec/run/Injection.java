package io.packetspec.run;

import io.packetspec.packet.Octets;
import io.packetspec.packet.Packet;
import io.packetspec.packet.header.Fragmentable;
import io.packetspec.spec.Fragmentation;
import io.packetspec.spec.Step;
import java.util.List;

/** Puts a packet on a wire, in one frame or in fragments. */
final class Injection {
    private final Step.Inject step;
    private final Bench bench;

    Injection(Step.Inject step, Bench bench) {
        this.step = step;
        this.bench = bench;
    }

    /** What is kept is the whole, and the time of the last fragment. */
    void put() {
        Packet packet = bench.framed(step.packet().in(bench.scope().names()), step.wire());
        try {
            put(packet);
        } catch (IllegalArgumentException e) {
            throw new SpecFailure(step.at(), "this packet cannot be put on a wire: " + e.getMessage(), e);
        }
    }

    private void put(Packet packet) {
        if (step.fragmentation() == null) {
            Octets frame = packet.encode();
            put(frame, List.of(frame));
        } else {
            Fragmentable whole = Fragmentable.of(packet, step.fragmentation().id(), bench.nextDatagram());
            put(whole.whole(), frames(whole, step.fragmentation()));
        }
    }

    private static List<Octets> frames(Fragmentable whole, Fragmentation fragmentation) {
        return fragmentation.pieces(whole.length()).stream()
                .map(piece -> whole.fragment(piece).encode())
                .toList();
    }

    private void put(Octets whole, List<Octets> frames) {
        Tap tap = bench.tap(step.wire());
        frames.forEach(frame -> bench.events().did(tap.inject(frame)));
        Doing doing = bench.events().lastDone();
        if (step.as() != null) {
            bench.keep(step.as(), Captured.frame(doing.began(), whole).names(), doing);
        }
    }
}
