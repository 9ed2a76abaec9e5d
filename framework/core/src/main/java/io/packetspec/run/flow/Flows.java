package io.packetspec.run.flow;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.packet.Packet;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Flow;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.PacketTemplate.Scripted;
import io.packetspec.spec.PacketTemplate.Segment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The flows of a run. Only layers that name a flow see it and move it. */
public final class Flows {
    private final Map<String, Connection> connections = new LinkedHashMap<>();
    private final BiConsumer<String, Object> names;

    /** @param names is told what expressions see of a flow, whenever that changes */
    public Flows(List<Flow> flows, BiConsumer<String, Object> names) {
        this.names = names;
        flows.forEach(flow -> connections.put(flow.name(), new Connection(flow, this::changed)));
        connections.values().forEach(this::changed);
    }

    /**
     * The packet to be sent, its numbers as they go on the wire.
     *
     * @throws IllegalArgumentException if a flow makes it impossible, saying why
     */
    public Packet sent(PacketTemplate template, Map<String, ?> scope) {
        Packet packet = template.in(scope);
        Optional<LayerTemplate> written = template.segment();
        if (written.isEmpty()) {
            return packet;
        }
        Segment segment = Objects.requireNonNull(written.get().segment());
        int index = template.layers().indexOf(written.get());
        return new Sending(packet, index, connection(written.get()), segment.scripted())
                .packet(octets(window(written.get(), scope)));
    }

    /** The frame that was made of this template is on the wire. What no TCP takes, for its checksum, moves nothing. */
    public void moved(PacketTemplate template, Supplier<Dissection> sent) {
        template.segment().ifPresent(written -> {
            Connection connection = connection(written);
            Dissection frame = sent.get();
            ExpectedSegment.segment(frame, false)
                    .filter(part -> frame.diff(
                                    Packet.of(Layer.of(Headers.TCP).with("checksum", new Match.Checksum(true))))
                            .isEmpty())
                    .ifPresent(part ->
                            connection.sent(part.layer(), frame.behind(part).length(), true));
        });
    }

    /** A frame that must be the next of its flow. */
    public Expected expected(PacketTemplate template, Map<String, ?> scope) {
        return expected(template, scope, true);
    }

    /** A frame that may come at any time: what is not written may be anything, and the flow does not move. */
    public Expected allowed(PacketTemplate template, Map<String, ?> scope) {
        return expected(template, scope, false);
    }

    private Expected expected(PacketTemplate template, Map<String, ?> scope, boolean defaults) {
        Packet packet = template.in(scope);
        return template.segment()
                .map(written -> expected(packet, template.layers().indexOf(written), written, scope, defaults))
                .orElseGet(() -> Expected.of(packet));
    }

    private Expected expected(Packet packet, int index, LayerTemplate written, Map<String, ?> scope, boolean defaults) {
        Connection connection = connection(written);
        Scripted scripted = scripted(written);
        return written.header() == Headers.TCP
                ? new ExpectedSegment(packet, index, connection, defaults, window(written, scope), scripted)
                : new ExpectedDatagram(packet, index, connection, scripted);
    }

    /** Whether the host sends the frame by any of the flows. */
    public boolean concern(Dissection frame) {
        return Stream.of(Headers.TCP, Headers.UDP, Headers.ICMP, Headers.ICMPV6)
                .flatMap(header -> frame.part(header).stream())
                .anyMatch(part -> connections.values().stream().anyMatch(c -> c.isOfHost(part, frame)));
    }

    private static Scripted scripted(LayerTemplate written) {
        Segment segment = written.segment();
        return segment == null || segment.scripted() == null ? Scripted.PLAIN : segment.scripted();
    }

    private static @Nullable Match window(LayerTemplate written, Map<String, ?> scope) {
        Segment segment = written.segment();
        return segment == null || segment.window() == null
                ? null
                : segment.window().in(scope);
    }

    private static @Nullable Long octets(@Nullable Match window) {
        return window instanceof Match.Exact exact ? (Long) exact.value() : null;
    }

    private Connection connection(LayerTemplate written) {
        Segment segment = written.segment();
        Connection connection =
                segment == null ? null : connections.get(segment.flow().name());
        if (connection == null) {
            throw new IllegalStateException("a flow that nobody declared");
        }
        return connection;
    }

    /** What all flows have come to, to go back to with {@link #restore}. */
    public Map<String, ?> states() {
        return connections.values().stream()
                .collect(Collectors.toMap(c -> c.flow().name(), Connection::state));
    }

    public void restore(Map<String, ?> states) {
        connections
                .values()
                .forEach(c -> c.restore((Connection.State)
                        Objects.requireNonNull(states.get(c.flow().name()))));
    }

    private void changed(Connection connection) {
        names.accept(connection.flow().name(), connection.names());
    }
}
