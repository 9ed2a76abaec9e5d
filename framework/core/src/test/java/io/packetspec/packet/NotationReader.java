package io.packetspec.packet;

import io.packetspec.packet.header.Headers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The least that reads literals in the notation of packets back, to prove that it is YAML and loses nothing. */
final class NotationReader {
    private NotationReader() {}

    static Packet read(String text) {
        LoadSettings strings =
                LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        List<?> layers = (List<?>) new Load(strings).loadFromString(text);
        return new Packet(layers.stream().map(NotationReader::layer).toList());
    }

    private static Layer layer(Object named) {
        Map.Entry<?, ?> entry = ((Map<?, ?>) named).entrySet().iterator().next();
        return layer(Headers.named((String) entry.getKey()).orElseThrow(), entry.getValue());
    }

    private static Layer layer(Header header, Object content) {
        Layer layer = Layer.of(header);
        Optional<Field> principal = header.principal();
        boolean bare = !(content instanceof Map<?, ?> map)
                || map.containsKey("hex") && header.field("hex").isEmpty();
        if (bare) {
            return layer.with(principal.orElseThrow(), Match.exact(value(principal.orElseThrow(), content)));
        }
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) content).entrySet()) {
            Field field = header.field((String) entry.getKey()).orElseThrow();
            layer = layer.with(field, Match.exact(value(field, entry.getValue())));
        }
        return layer;
    }

    private static Object value(Field field, Object content) {
        if (content instanceof List<?> list) {
            return new Options(list.stream().map(item -> option(field, item)).toList());
        }
        return content instanceof Map<?, ?> map ? Octets.hex((String) map.get("hex")) : field.parse((String) content);
    }

    private static Layer option(Field list, Object item) {
        if (item instanceof String name) {
            return Layer.of(list.formats().get(name));
        }
        Map.Entry<?, ?> first = ((Map<?, ?>) item).entrySet().iterator().next();
        return list.formats().containsKey(first.getKey())
                ? layer(list.formats().get(first.getKey()), first.getValue())
                : layer(list.unnamedFormat().orElseThrow(), item);
    }
}
