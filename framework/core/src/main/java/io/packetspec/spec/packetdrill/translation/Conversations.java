package io.packetspec.spec.packetdrill.translation;

import io.packetspec.spec.At;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a script. Its packets are those of one at a time: of the socket that connected last, or of the first
 * packet that came in after a socket began to listen.
 */
final class Conversations {
    private static final int FIRST_PORT = 40_000;

    private final Net net;
    private final Settings settings;
    private final List<Flow> flows = new ArrayList<>();
    private @Nullable Flow current;
    private boolean listening;

    Conversations(Net net, Settings settings) {
        this.net = net;
        this.settings = settings;
    }

    List<Flow> flows() {
        return flows;
    }

    void listens() {
        listening = true;
    }

    void connects(At at, int port) {
        listening = false;
        Endpoint remote = new Endpoint(net.remote(), port == 0 ? settings.connectPort() : port);
        begin(at, remote, new Endpoint(net.local(), 0), true, 0);
    }

    /** A packet of this initial sequence number comes in. */
    Flow incoming(At at, long isn) {
        if (listening || current == null) {
            listening = false;
            Endpoint remote = new Endpoint(net.remote(), FIRST_PORT + flows.size());
            begin(at, remote, new Endpoint(net.local(), settings.bindPort()), false, isn);
        }
        return of(at);
    }

    /** The script's end of a connection that the kernel opened begins with this number. */
    void answered(long isn) {
        Flow flow = current;
        if (flow != null && flow.opensFromHost() && flow.isn() != isn) {
            flows.remove(flow);
            begin(flow.at(), flow.far(), flow.host(), true, isn);
        }
    }

    Optional<Flow> current() {
        return Optional.ofNullable(current);
    }

    Flow of(At at) {
        return current()
                .orElseThrow(
                        () -> new Untranslatable(
                                at,
                                "there is no connection that this packet could belong to: nobody has connected or sent before"));
    }

    private void begin(At at, Endpoint far, Endpoint host, boolean fromHost, long isn) {
        Flow flow = new Flow(at, "connection " + (flows.size() + 1), World.WIRE, far, host, fromHost, isn, 0);
        flows.add(flow);
        current = flow;
    }
}
