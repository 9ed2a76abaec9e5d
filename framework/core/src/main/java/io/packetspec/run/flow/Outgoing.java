package io.packetspec.run.flow;

import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.packet.Options;
import io.packetspec.spec.Endpoint;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills in what a segment that the spec sends left open. */
final class Outgoing {
    private static final long WINDOW = 65_535;
    private final Connection connection;
    private final boolean quoted;

    /** @param quoted whether it is one that the kernel sent, which an error quotes */
    Outgoing(Connection connection, boolean quoted) {
        this.connection = connection;
        this.quoted = quoted;
    }

    /** Who sent the segment: an error quotes what the host did. */
    boolean fromFar() {
        return !quoted;
    }

    /**
     * The segment with relative numbers, and nothing left open.
     *
     * @param window in octets; null: not said
     * @throws IllegalArgumentException if it cannot be made, saying why
     */
    Layer completed(Layer written, @Nullable Long window) {
        Layer tcp = numbered(ported(written));
        Layer wide = window == null ? tcp : tcp.with("win", unscaled(tcp, window));
        if (quoted) {
            return wide;
        }
        long announced = connection.end(fromFar()).window() >> scale(tcp);
        Layer sized = Tcp.filled(wide, "win", Match.exact(Math.min(WINDOW, announced)));
        return stamped(sized);
    }

    /** With the ports of the flow, where none are written. */
    Layer ported(Layer transport) {
        Layer sourced = port(transport, "sport", connection.endpoint(fromFar()));
        return port(sourced, "dport", connection.endpoint(!fromFar()));
    }

    private Layer port(Layer transport, String field, Endpoint end) {
        if (!Tcp.isSet(transport, field) && end.port() == 0) {
            throw new IllegalArgumentException(
                    "flow " + connection.flow().name() + " has no port of the host before its SYN came");
        }
        return Tcp.filled(transport, field, Match.exact((long) end.port()));
    }

    private Layer numbered(Layer tcp) {
        End sender = connection.end(fromFar());
        long next = quoted ? sender.seq() : Tcp.has(tcp, Tcp.SYN) ? 0 : sender.next();
        long ack = quoted ? sender.ack() : connection.end(!fromFar()).next();
        Layer numbered = Tcp.filled(tcp, "seq", Match.exact(next));
        return Tcp.filled(numbered, "ack", Match.exact(Tcp.has(tcp, Tcp.ACK) ? ack : 0L));
    }

    /** The window of a SYN is never scaled, RFC 7323 2.2. */
    private int scale(Layer tcp) {
        return Tcp.has(tcp, Tcp.SYN) ? 0 : connection.scale(fromFar());
    }

    private long unscaled(Layer tcp, long window) {
        int scale = scale(tcp);
        long field = window >> scale;
        if (field << scale != window || window < 0 || field > WINDOW) {
            throw new IllegalArgumentException("a window of " + window + " octets cannot be said: it must be "
                    + (scale == 0 ? "" : "a multiple of " + (1L << scale) + ", ") + "at most "
                    + (WINDOW << scale) + ", by the scale of flow "
                    + connection.flow().name());
        }
        return field;
    }

    /** Every segment has timestamps once both ends have offered them, RFC 7323 3.2. */
    private Layer stamped(Layer tcp) {
        if (!Tcp.isSet(tcp, "options")) {
            boolean due = connection.hasStamps() && !Tcp.has(tcp, Tcp.SYN);
            return due ? tcp.with("options", Match.exact(new Options(options()))) : tcp;
        }
        return tcp.value("options")
                .map(options -> tcp.with("options", Match.exact(stamped(tcp, (Options) options))))
                .orElse(tcp);
    }

    private List<Layer> options() {
        Layer nop = Tcp.optionNamed("nop");
        return Stream.of(nop, nop, stamped(Tcp.optionNamed("ts"), true)).toList();
    }

    private Options stamped(Layer tcp, Options options) {
        return new Options(options.list().stream()
                .map(option -> option.header().name().equals("ts") ? stamped(option, Tcp.has(tcp, Tcp.ACK)) : option)
                .toList());
    }

    private Layer stamped(Layer ts, boolean echoes) {
        End host = connection.end(!fromFar());
        Layer valued =
                Tcp.filled(ts, "val", Match.exact(connection.end(fromFar()).stamp()));
        return Tcp.filled(valued, "ecr", Match.exact(echoes ? host.stamp() : 0L));
    }
}
