package io.packetspec.packet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which optional fields a layer has. */
final class Presence {
    private Presence() {}

    /** In a layer that is to be written: those that it calls for, and those that are set. */
    static List<Field> inWritten(Layer layer, Optional<Header> next) {
        if (layer.header().optional().isEmpty()) {
            return List.of();
        }
        boolean trailers = layer.fields().keySet().stream().anyMatch(Field::isTrailing);
        Layer known = known(layer, next);
        return layer.header().optional().stream()
                .filter(field -> layer.fields().containsKey(field)
                        || (field.isTrailing() ? trailers : field.isCalledForBy(known)))
                .toList();
    }

    static boolean inWritten(Layer layer, Optional<Header> next, Field field) {
        return inWritten(layer, next).contains(field);
    }

    /** The layer with every number that each of its kind has. */
    private static Layer known(Layer layer, Optional<Header> next) {
        Context context = new Context(layer, 0, 0, next);
        Map<Field, Match> values = new LinkedHashMap<>(layer.fields());
        layer.header().fields().stream()
                .filter(field -> field.bits() > 0 && !field.isOptional() && !field.isView())
                .forEach(field -> values.computeIfAbsent(field, f -> Match.exact(f.unset(context))));
        return new Layer(layer.header(), values);
    }

    /** In a layer that is read: those that it calls for, without the trailing ones that there is no room for. */
    static List<Field> inRead(Layer layer, int room) {
        List<Field> there = new ArrayList<>();
        for (Field field : layer.header().optional()) {
            if (field.isCalledForBy(layer)) {
                there.add(field);
            }
        }
        if (bits(there) > 8 * room) {
            there.removeIf(Field::isTrailing);
        }
        return there;
    }

    static int bits(List<Field> fields) {
        return fields.stream().mapToInt(Field::bits).sum();
    }
}
