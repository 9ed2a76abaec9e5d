package io.packetspec.spec;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.packet.Packet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A packet as a spec writes it: some fields may be known only in the run. */
public record PacketTemplate(At at, List<LayerTemplate> layers) {
    public PacketTemplate {
        layers = List.copyOf(layers);
    }

    /**
     * One layer; the fields in the order in which they were written.
     *
     * @param segment of which flow it is, so that its numbers are relative; null: they are as on the wire
     */
    public record LayerTemplate(
            At at,
            Header header,
            Map<Field, Value<Match>> fields,
            @Nullable Segment segment) {
        public LayerTemplate {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** The same with other fields. */
        public LayerTemplate with(Map<Field, Value<Match>> others) {
            return new LayerTemplate(at, header, others, segment);
        }

        Layer in(Map<String, ?> names) {
            Map<Field, Match> known = new LinkedHashMap<>();
            fields.forEach((field, value) -> known.put(field, value.in(names)));
            try {
                return new Layer(header, known);
            } catch (IllegalArgumentException e) {
                throw new SpecException(at, e.getMessage(), e);
            }
        }

        /** The layer itself, known when all its fields are. */
        public Value<Layer> value() {
            return fields.values().stream().allMatch(Value.Literal.class::isInstance)
                    ? new Value.Literal<>(at, in(Map.of()))
                    : new Value.Composed<>(at, this::in);
        }
    }

    /**
     * Of a flow: a segment of TCP, or what goes between the same ends without sequence numbers.
     *
     * @param window what the window must be in octets, scaled as was agreed; null: as {@code win} says
     * @param scripted what only a script can say; null: it is none of a script
     */
    public record Segment(
            Flow flow,
            @Nullable Value<Match> window,
            @Nullable Scripted scripted) {
        public Segment(Flow flow, @Nullable Value<Match> window) {
            this(flow, window, null);
        }
    }

    /**
     * What a script says of a packet of a flow. An error that a script sends quotes no more than RFC 792 asks for: the IP
     * header and eight octets.
     *
     * @param stamp the timestamp of the host that it has or echoes; null: none
     * @param label what the script calls the IPv6 flow label; 0: it is not looked at
     */
    public record Scripted(@Nullable ScriptedStamp stamp, long label) {
        /** That says nothing. */
        public static final Scripted PLAIN = new Scripted(null, 0);
    }

    /**
     * A timestamp of the host's by a number of a script's own: to expect it is to name it, and what has a name can be
     * echoed.
     *
     * @param tick of the clock in microseconds; 0: it is not compared
     * @param tolerance in microseconds
     * @param scaled whether one that has no name can be echoed, too: as far from the first as it is in the script
     */
    public record ScriptedStamp(long number, long tick, long tolerance, boolean scaled) {}

    /** The first layer that belongs to a flow. */
    public Optional<LayerTemplate> segment() {
        return layers.stream().filter(layer -> layer.segment() != null).findFirst();
    }

    public Packet in(Map<String, ?> names) {
        return new Packet(layers.stream().map(layer -> layer.in(names)).toList());
    }
}
