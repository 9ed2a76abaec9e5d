package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Match;
import io.packetspec.spec.At;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.PacketTemplate.Segment;
import io.packetspec.spec.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
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
        fields.put(header.field(name).orElseThrow(), new Value.Literal<>(at, Match.exact(value)));
        return this;
    }

    Fields set(String name, OptionalLong value) {
        return value.isPresent() ? set(name, value.getAsLong()) : this;
    }

    LayerTemplate layer() {
        return layer(null);
    }

    LayerTemplate layer(@Nullable Segment segment) {
        return new LayerTemplate(at, header, fields, segment);
    }
}
