package io.packetspec.run.flow;

import io.packetspec.packet.Layer;
import io.packetspec.run.flow.Progress.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection, as far as it has shown itself.
 *
 * @param isn its initial sequence number; null: not known yet
 * @param clock where its timestamps began; null: not known yet
 * @param stamp the latest of its timestamps, relative to where they began
 * @param scale the window scale that its SYN offered; null: none
 * @param stamps whether its SYN offered timestamps
 * @param window that its last segment announced, in octets
 * @param seq of its last segment, relative
 * @param ack of its last segment that had one, relative
 */
record End(
        @Nullable Long isn,
        @Nullable Long clock,
        long stamp,
        @Nullable Long scale,
        boolean stamps,
        Progress progress,
        long window,
        long seq,
        long ack) {
    private static final long WINDOW = 65_535;

    static End unknown() {
        return new End(null, null, 0, null, false, Progress.NONE, WINDOW, 0, 0);
    }

    static End beginning(long isn, long clock) {
        return new End(isn, clock, 0, null, false, Progress.NONE, WINDOW, 0, 0);
    }

    long origin() {
        return isn == null ? 0 : isn;
    }

    long epoch() {
        return clock == null ? 0 : clock;
    }

    /** With what this segment, as on the wire, says of where its numbers begin. */
    End meeting(Layer tcp) {
        Long start = isn == null && Tcp.has(tcp, Tcp.SYN) ? Long.valueOf(tcp.number("seq")) : isn;
        Long begun = clock == null
                ? Tcp.option(tcp, "ts").map(ts -> ts.number("val")).orElse(null)
                : clock;
        return new End(start, begun, stamp, scale, stamps, progress, window, seq, ack);
    }

    /**
     * After it sent this segment, its numbers relative.
     *
     * @param bits by which its windows are scaled but for that of a SYN, RFC 7323 2.2
     */
    End after(Layer tcp, long payload, int bits) {
        boolean syn = Tcp.has(tcp, Tcp.SYN);
        long octets = Tcp.has(tcp, Tcp.RST) ? 0 : payload + (syn ? 1 : 0) + (Tcp.has(tcp, Tcp.FIN) ? 1 : 0);
        long from = tcp.number("seq");
        return new End(
                isn,
                clock,
                Tcp.option(tcp, "ts")
                        .map(ts -> syn ? ts.number("val") : later(ts.number("val")))
                        .orElse(stamp),
                syn ? Tcp.option(tcp, "wscale").map(o -> o.number("wscale")).orElse(null) : scale,
                syn ? Tcp.option(tcp, "ts").isPresent() : stamps,
                progress.with(new Stretch(from, Sequence.sum(from, octets))),
                tcp.number("win") << (syn ? 0 : bits),
                from,
                Tcp.has(tcp, Tcp.ACK) ? tcp.number("ack") : ack);
    }

    private long later(long other) {
        return Sequence.distance(stamp, other) > 0 ? other : stamp;
    }

    long next() {
        return progress.next();
    }
}
