package io.packetspec.run.flow;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Layer;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.Flow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A flow in a run: what either end has said so far. */
final class Connection {
    /** @param port of the host, 0 while it is not known */
    record State(End far, End host, int port) {}

    private final Flow flow;
    private final Consumer<Connection> changed;
    private final Stamps stamps = new Stamps();
    private final Labels labels = new Labels();
    private State state;

    /** @param changed is told whenever an end has said something */
    Connection(Flow flow, Consumer<Connection> changed) {
        this.flow = flow;
        this.changed = changed;
        this.state = new State(
                End.beginning(flow.isn(), flow.clock()),
                End.unknown(),
                flow.host().port());
    }

    Flow flow() {
        return flow;
    }

    /** Of the segments of the host, by what a script calls them. */
    Stamps stamps() {
        return stamps;
    }

    /** Of the packets of the host, by what a script calls them. */
    Labels labels() {
        return labels;
    }

    /** The host sent a datagram from this port. */
    void sentFrom(int port) {
        state = new State(state.far(), state.host(), port);
        changed.accept(this);
    }

    State state() {
        return state;
    }

    void restore(State earlier) {
        state = earlier;
        changed.accept(this);
    }

    End end(boolean far) {
        return far ? state.far() : state.host();
    }

    Endpoint endpoint(boolean far) {
        return far ? flow.far() : new Endpoint(flow.host().address(), state.port());
    }

    /** A segment as on the wire with the relative numbers of this flow. */
    Layer relative(Layer tcp, boolean fromFar) {
        return Shift.of(tcp, end(fromFar).meeting(tcp), end(!fromFar)).back().of(tcp);
    }

    /** A segment with relative numbers as it goes on the wire. */
    Layer absolute(Layer tcp, boolean fromFar) {
        return Shift.of(tcp, end(fromFar), end(!fromFar)).of(tcp);
    }

    /** The segment, as on the wire, was sent. */
    void sent(Layer tcp, long payload, boolean fromFar) {
        End sender = end(fromFar).meeting(tcp).after(relative(tcp, fromFar), payload, scale(fromFar));
        int port = state.port() != 0 || fromFar ? state.port() : (int) tcp.number("sport");
        state = fromFar ? new State(sender, state.host(), port) : new State(state.far(), sender, port);
        changed.accept(this);
    }

    /** Both SYNs must have offered it. */
    boolean hasStamps() {
        return state.far().stamps() && state.host().stamps();
    }

    /** By how many bits the windows of an end are scaled. */
    int scale(boolean far) {
        Long one = state.far().scale();
        Long other = state.host().scale();
        return one == null || other == null ? 0 : (int) Math.min(14, far ? one : other);
    }

    /** Whether the host sends this part of a frame to the other end, from its own port if that is known. */
    boolean isOfHost(Dissection.Part part, Dissection frame) {
        Layer transport = part.layer();
        if (!Addressed.isBetween(endpoint(false), endpoint(true), part, frame)) {
            return false;
        } else if (transport.header() == Headers.TCP) {
            boolean opens = Tcp.has(transport, Tcp.SYN) && !Tcp.has(transport, Tcp.ACK);
            return isToOther(transport) && (state.port() == 0 ? opens : transport.number("sport") == state.port());
        } else if (transport.header() == Headers.UDP) {
            return isToOther(transport);
        }
        return transport.header() == Headers.ICMP || transport.header() == Headers.ICMPV6;
    }

    private boolean isToOther(Layer transport) {
        return transport.number("dport") == endpoint(true).port();
    }

    /** What expressions see of it. */
    Map<String, Object> names() {
        return Map.of("wire", names(true), "host", names(false));
    }

    private Map<String, Object> names(boolean far) {
        Map<String, Object> names = new LinkedHashMap<>();
        @Nullable Long isn = end(far).isn();
        if (isn != null) {
            names.put("isn", isn);
        }
        names.put("next", end(far).next());
        if (endpoint(far).port() != 0) {
            names.put("port", (long) endpoint(far).port());
        }
        return names;
    }
}
