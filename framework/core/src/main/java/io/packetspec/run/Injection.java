package io.packetspec.run;

import io.packetspec.linux.SystemCallException;
import io.packetspec.packet.Octets;
import io.packetspec.packet.Packet;
import io.packetspec.packet.header.Fragmentable;
import io.packetspec.run.frame.Captured;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.time.Doing;
import io.packetspec.spec.Fragmentation;
import io.packetspec.spec.Step;
import java.util.List;
import java.util.function.Supplier;

/** Puts a packet on a wire, in one frame or in fragments. */
final class Injection {
    private static final int ETHERNET = 14;

    private final Step.Inject step;
    private final Bench bench;

    Injection(Step.Inject step, Bench bench) {
        this.step = step;
        this.bench = bench;
    }

    /** What is kept is the whole, and the time of the last fragment. */
    void put() {
        try {
            put(bench.framed(bench.flows().sent(step.packet(), bench.scope().names()), step.wire()));
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage(), e);
        }
    }

    private SpecFailure refused(String why, Exception cause) {
        return new SpecFailure(step.at(), "this packet cannot be put on a wire: " + why, cause);
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
        frames.forEach(frame -> put(frame, tap));
        Doing doing = bench.events().lastDone();
        Supplier<Captured> sent = () -> bench.captured(step.wire(), doing.began(), whole);
        bench.flows().moved(step.packet(), () -> sent.get().dissection());
        if (step.as() != null) {
            bench.keep(step.as(), sent.get().names(), doing);
        }
    }

    private void put(Octets frame, Tap tap) {
        try {
            bench.events().did(tap.inject(frame));
        } catch (SystemCallException e) {
            throw refused(e.getMessage() + tooLong(frame), e);
        }
    }

    private String tooLong(Octets frame) {
        int mtu = bench.network().attached(step.wire()).mtu();
        int octets = frame.length() - (bench.network().wire(step.wire()).layer3() ? 0 : ETHERNET);
        return octets <= mtu
                ? ""
                : "\n  the host's MTU is " + mtu + ", and there are " + octets
                        + " octets from the IP header on: use \"fragment\", or give the interface a larger \"mtu\"";
    }
}
