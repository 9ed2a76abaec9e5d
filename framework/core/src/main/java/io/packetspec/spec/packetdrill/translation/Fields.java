package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Match;
import io.packetspec.spec.At;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.PacketTemplate.Segment;
import io.packetspec.spec.SpecException;
import io.packetspec.spec.Value;
import io.packetspec.spec.packetdrill.Ports;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A layer of a packet, field by field. */
final class Fields {
    private final At at;
    private final Header header;
    private final Map<Field, Value<Match>> fields = new LinkedHashMap<>();

    Fields(At at, Header header) {
        this.at = at;
        this.header = header;
    }

    Fields set(String name, Object value) {
        return set(name, Match.exact(value));
    }

    Fields set(String name, Match match) {
        fields.put(header.field(name).orElseThrow(), new Value.Literal<>(at, match));
        return this;
    }

    /** Known when the whole script has been read. */
    Fields set(String name, LongSupplier value) {
        fields.put(header.field(name).orElseThrow(), new Value.Composed<>(at, names -> Match.exact(value.getAsLong())));
        return this;
    }

    Fields set(String name, OptionalLong value) {
        return value.isPresent() ? set(name, value.getAsLong()) : this;
    }

    /** What this network does not have: to say so is left to the run. */
    Fields refused(String name, String why) {
        fields.put(header.field(name).orElseThrow(), new Value.Composed<>(at, names -> {
            throw new SpecException(at, why, null);
        }));
        return this;
    }

    /** Those of its own; 0 is one of the connection's. */
    Fields set(Optional<Ports> ports) {
        ports.filter(p -> p.source() != 0).ifPresent(p -> set("sport", p.source()));
        ports.filter(p -> p.destination() != 0).ifPresent(p -> set("dport", p.destination()));
        return this;
    }

    LayerTemplate layer() {
        return layer(null);
    }

    LayerTemplate layer(@Nullable Segment segment) {
        return new LayerTemplate(at, header, fields, segment);
    }
}
