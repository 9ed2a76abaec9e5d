package io.packetspec.run;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Octets;
import io.packetspec.packet.header.Headers;
import io.packetspec.run.frame.Captured;
import io.packetspec.spec.Step;
import java.util.Optional;

/**
 * One segment that may come in several: TCP decides how much it hands down at once, and a script may not care. Joined, they
 * have the header of the last, with the number and the CWR flag of the first.
 */
final class Joined {
    private static final int CWR = 0x80;
    private static final int FLAGS = 13;
    /** Those that must be the same: but FIN, PSH and CWR. */
    private static final int LASTING = 0x1f6 & ~CWR & ~0x08;

    private final Step.Expect step;
    private final Bench bench;
    private final Awaited awaited;
    private final int length;

    /** @param length of the payload of all of them */
    Joined(Step.Expect step, Bench bench, Awaited awaited, int length) {
        this.step = step;
        this.bench = bench;
        this.awaited = awaited;
        this.length = length;
    }

    Received next(String expected) {
        Captured whole = one(expected);
        Captured last = whole;
        while (isPart(whole)) {
            last = one(expected + "\n  of its payload, " + payload(whole).length() + " octets came");
            if (!continues(whole, last)) {
                return Received.alone(whole);
            }
            whole = joined(whole, last);
        }
        return new Received(last, whole, 0);
    }

    private Captured one(String expected) {
        return awaited.next(1, 1, expected, frame -> true, frame -> "");
    }

    private boolean isPart(Captured frame) {
        int came = tcp(frame).isEmpty() ? 0 : payload(frame).length();
        return came > 0 && came < length;
    }

    private boolean continues(Captured before, Captured next) {
        if (tcp(next).isEmpty() || payload(next).length() == 0) {
            return false;
        }
        long end = number(before, "seq") + payload(before).length() & 0xffff_ffffL;
        return number(next, "seq") == end
                && number(next, "sport") == number(before, "sport")
                && number(next, "ack") == number(before, "ack")
                && (number(next, "flags") & LASTING) == (number(before, "flags") & LASTING);
    }

    private Captured joined(Captured before, Captured next) {
        Dissection.Part tcp = tcp(next).orElseThrow();
        Octets payload = payload(before).and(payload(next));
        byte[] octets =
                next.dissection().frame().slice(0, tcp.headerEnd()).and(payload).toArray();
        byte[] first = before.dissection().frame().toArray();
        int start = tcp(before).orElseThrow().start();
        System.arraycopy(first, start + 4, octets, tcp.start() + 4, Integer.BYTES);
        octets[tcp.start() + FLAGS] &= (byte) ~CWR;
        octets[tcp.start() + FLAGS] |= (byte) (first[start + FLAGS] & CWR);
        setLength(octets);
        return bench.captured(step.wire(), next.time(), Octets.of(octets));
    }

    /** On a wire without Ethernet. */
    private static void setLength(byte[] packet) {
        boolean four = packet[0] >> 4 == 4;
        int value = four ? packet.length : packet.length - 40;
        int at = four ? 2 : 4;
        packet[at] = (byte) (value >> 8);
        packet[at + 1] = (byte) value;
    }

    private static Optional<Dissection.Part> tcp(Captured frame) {
        return frame.dissection().part(Headers.TCP);
    }

    private static Octets payload(Captured frame) {
        return frame.dissection().behind(tcp(frame).orElseThrow());
    }

    private static long number(Captured frame, String field) {
        return tcp(frame).orElseThrow().layer().number(field);
    }
}
