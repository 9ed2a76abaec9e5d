package io.packetspec.run;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Octets;
import io.packetspec.packet.header.Headers;
import io.packetspec.run.frame.Captured;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One segment that may come in several: TCP decides how much it hands down at once, and a script may not care. Joined, they
 * have the header of the last, with the number and the CWR flag of the first.
 */
final class Joined {
    private static final int CWR = 0x80;
    private static final int FLAGS = 13;

    private final Step.Expect step;
    private final Bench bench;
    private final Awaited awaited;
    private final int length;
    private final List<Captured> parts = new ArrayList<>();

    /** @param length of the payload of all of them */
    Joined(Step.Expect step, Bench bench, Awaited awaited, int length) {
        this.step = step;
        this.bench = bench;
        this.awaited = awaited;
        this.length = length;
    }

    Received next(Supplier<String> expected) {
        Captured whole = awaited.next(1, 1, expected, frame -> true, frame -> "");
        Captured last = whole;
        parts.add(last);
        while (isShort(whole)) {
            Captured next = awaited.next(frame -> true, frame -> "");
            if (next == null) {
                return new Received(last, whole, 0);
            }
            if (isOfAnother(last, next)) {
                parts.clear();
                parts.add(next);
                whole = next;
            } else {
                requireContinuation(last, next, payload(whole).length());
                whole = joined(whole, next);
            }
            last = next;
        }
        return new Received(last, whole, 0);
    }

    private boolean isShort(Captured frame) {
        return tcp(frame).isPresent() && payload(frame).length() < length;
    }

    /** As long as the port of a connection is not known, what came before may have been a late SYN of another. */
    private static boolean isOfAnother(Captured last, Captured next) {
        return tcp(next)
                .filter(tcp -> tcp.layer().number("sport")
                        != tcp(last).orElseThrow().layer().number("sport"))
                .isPresent();
    }

    private void requireContinuation(Captured last, Captured next, int came) {
        parts.add(next);
        String differing = new Continuation(last.dissection(), length - came).differing(next.dissection());
        if (!differing.isEmpty()) {
            StringBuilder text = new StringBuilder("a segment of " + length
                    + " octets came in parts that do not fit: the last differs in " + differing);
            for (Captured part : parts) {
                text.append("\n  part ").append(bench.shown(step.wire(), part));
            }
            throw new SpecFailure(step.at(), text + "\n  of       " + step.text(), null);
        }
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

    /** On a wire without Ethernet. A checksum that was right stays right, and a wrong one wrong (RFC 1624). */
    private static void setLength(byte[] packet) {
        if (packet[0] >> 4 == 4) {
            int sum = (~number(packet, 10) & 0xffff) + (~number(packet, 2) & 0xffff) + packet.length;
            set(packet, 2, packet.length);
            int folded = (sum & 0xffff) + (sum >> 16);
            set(packet, 10, ~(folded + (folded >> 16)));
        } else {
            set(packet, 4, packet.length - 40);
        }
    }

    private static int number(byte[] packet, int at) {
        return (packet[at] & 0xff) << 8 | packet[at + 1] & 0xff;
    }

    private static void set(byte[] packet, int at, int value) {
        packet[at] = (byte) (value >> 8);
        packet[at + 1] = (byte) value;
    }

    private static Optional<Dissection.Part> tcp(Captured frame) {
        return frame.dissection().part(Headers.TCP);
    }

    private static Octets payload(Captured frame) {
        return frame.dissection().behind(tcp(frame).orElseThrow());
    }
}
