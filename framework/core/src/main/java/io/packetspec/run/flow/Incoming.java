package io.packetspec.run.flow;

import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.spec.Endpoint;
import org.jspecify.annotations.Nullable;

/** Fills in what an expectation of a segment left open: what is next by the state of its flow. */
final class Incoming {
    private final Connection connection;
    private final boolean quoted;

    /** @param quoted whether it is one that the spec sent, which an error of the kernel quotes */
    Incoming(Connection connection, boolean quoted) {
        this.connection = connection;
        this.quoted = quoted;
    }

    /** Who sent the segment: an error quotes what the spec did. */
    boolean fromFar() {
        return quoted;
    }

    Layer ported(Layer tcp) {
        return port(port(tcp, "sport", connection.endpoint(fromFar())), "dport", connection.endpoint(!fromFar()));
    }

    private static Layer port(Layer tcp, String field, Endpoint end) {
        return end.port() == 0 ? tcp : Tcp.filled(tcp, field, Match.exact((long) end.port()));
    }

    /** @param actual the segment that came; null: none, and the flags that are expected have to do */
    Layer numbered(Layer tcp, @Nullable Layer actual) {
        Layer flagged = actual == null ? tcp : actual;
        Layer numbered = Tcp.filled(tcp, "seq", seq(flagged));
        return Tcp.has(flagged, Tcp.ACK) && !quoted
                ? Tcp.filled(
                        numbered, "ack", Match.exact(connection.end(!fromFar()).next()))
                : numbered;
    }

    /** A reset without ACK takes its number from the acknowledgement that it answers, RFC 9293 3.10.7.1. */
    private Match seq(Layer flagged) {
        End sender = connection.end(fromFar());
        if (quoted) {
            return Match.exact(sender.seq());
        }
        if (Tcp.has(flagged, Tcp.SYN)) {
            return Match.exact(0L);
        }
        boolean answers = Tcp.has(flagged, Tcp.RST) && !Tcp.has(flagged, Tcp.ACK);
        return Match.exact(answers ? connection.end(!fromFar()).ack() : sender.next());
    }
}
