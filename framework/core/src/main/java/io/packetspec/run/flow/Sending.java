package io.packetspec.run.flow;

import io.packetspec.packet.Layer;
import io.packetspec.packet.Octets;
import io.packetspec.packet.Packet;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.PacketTemplate.Scripted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A packet of a flow as it goes on the wire. */
final class Sending {
    /** Of what an error quotes behind the IP header, RFC 792. */
    private static final int QUOTED = 8;

    private final Packet written;
    private final int index;
    private final Connection connection;
    private final @Nullable Scripted scripted;
    private final boolean quoted;
    private final Outgoing outgoing;

    /** @param index of the layer that belongs to the flow */
    Sending(Packet written, int index, Connection connection, @Nullable Scripted scripted) {
        this.written = written;
        this.index = index;
        this.connection = connection;
        this.scripted = scripted;
        this.quoted =
                Addressed.isQuoted(written.layers().stream().map(Layer::header).toList(), index);
        this.outgoing = new Outgoing(connection, quoted);
    }

    /**
     * @param window in octets; null: not said
     * @throws IllegalArgumentException if it cannot be made, saying why
     */
    Packet packet(@Nullable Long window) {
        List<Layer> layers = new ArrayList<>(written.layers());
        layers.set(index, completed(layers.get(index), window));
        Endpoint sender = connection.endpoint(outgoing.fromFar());
        Endpoint receiver = connection.endpoint(!outgoing.fromFar());
        List<Layer> addressed = Addressed.between(sender, receiver, layers, index);
        if (quoted && scripted != null) {
            addressed.set(index, cut(addressed.get(index)));
            return new Packet(Addressed.aroundError(receiver, sender, addressed, index));
        }
        return new Packet(quoted ? Addressed.toSender(sender, addressed) : addressed);
    }

    private Layer completed(Layer layer, @Nullable Long window) {
        if (layer.header() == Headers.UDP) {
            return outgoing.ported(layer);
        } else if (layer.header() != Headers.TCP) {
            return layer;
        }
        Layer echoing = connection.stamps().echoing(layer, scripted == null ? null : scripted.stamp());
        return connection.absolute(outgoing.completed(echoing, window), outgoing.fromFar());
    }

    private static Layer cut(Layer layer) {
        Octets whole = Packet.of(layer).encode();
        return Layer.of(Headers.RAW).with("data", whole.slice(0, Math.min(QUOTED, whole.length())));
    }
}
