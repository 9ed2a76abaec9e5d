package io.packetspec.spec.mutation;

import io.packetspec.packet.Field;
import io.packetspec.packet.Match;
import io.packetspec.packet.Notation;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What can be changed in an expected packet: each field that is known before the run. */
final class PacketChanges {
    private PacketChanges() {}

    static Stream<Change<PacketTemplate>> of(PacketTemplate packet) {
        return Stream.iterate(0, i -> i < packet.layers().size(), i -> i + 1)
                .flatMap(i -> of(packet.layers().get(i)).map(change -> change.within(replaced(packet, i, change))));
    }

    private static PacketTemplate replaced(PacketTemplate packet, int index, Change<LayerTemplate> change) {
        List<LayerTemplate> layers = new ArrayList<>(packet.layers());
        layers.set(index, change.result());
        return new PacketTemplate(packet.at(), layers);
    }

    private static Stream<Change<LayerTemplate>> of(LayerTemplate layer) {
        return layer.fields().entrySet().stream().flatMap(entry -> of(layer, entry.getKey(), entry.getValue()));
    }

    private static Stream<Change<LayerTemplate>> of(LayerTemplate layer, Field field, Value<Match> value) {
        String header = layer.header().name();
        String path = layer.header().isOpaque() ? header : header + "." + field.name();
        return Values.changed(path, value, match -> Notation.match(field, match))
                .map(change -> {
                    Map<Field, Value<Match>> fields = new LinkedHashMap<>(layer.fields());
                    fields.put(field, change.result());
                    return change.within(layer.with(fields));
                });
    }
}
