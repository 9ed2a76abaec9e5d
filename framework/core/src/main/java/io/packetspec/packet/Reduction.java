package io.packetspec.packet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leaves out of a dissected frame what an encoder would fill in by itself. */
final class Reduction {
    /** What goes without saying in an option, where it is right. */
    private static final Set<String> IMPLIED = Set.of("kind", "len", "auxlen", "numsrc");

    private final Dissection dissection;
    private final List<Dissection.Part> parts;

    Reduction(Dissection dissection) {
        this.dissection = dissection;
        this.parts = dissection.parts();
    }

    Packet packet() {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            layers.add(layer(i));
        }
        return new Packet(layers);
    }

    Layer layer(int index) {
        Dissection.Part part = parts.get(index);
        Map<Field, Match> told = new LinkedHashMap<>(part.layer().fields());
        told.keySet().removeIf(field -> field.isChecksum() && isRight(index, field));
        Layer layer = new Layer(part.layer().header(), told);
        Context context = context(layer, index);
        Layer kept = new Layer(layer.header(), kept(layer, context));
        for (Field field : layer.header().optional()) {
            boolean lost = told.containsKey(field) && !Presence.inWritten(kept, context.next(), field);
            kept = lost ? kept.with(field, told.get(field)) : kept;
        }
        return kept;
    }

    private boolean isRight(int index, Field field) {
        return parts.get(index).layer().number(field.name()) == dissection.rightChecksum(index, field);
    }

    private Context context(Layer layer, int index) {
        Dissection.Part part = parts.get(index);
        Optional<Header> next = index + 1 < parts.size()
                ? Optional.of(parts.get(index + 1).layer().header())
                : Optional.empty();
        return new Context(layer, part.headerEnd() - part.start(), part.end() - part.headerEnd(), next);
    }

    private static Map<Field, Match> kept(Layer layer, Context context) {
        Map<Field, Match> kept = new LinkedHashMap<>();
        layer.fields().forEach((field, match) -> {
            Object value = ((Match.Exact) match).value();
            boolean checksum = field.isChecksum();
            if (field.isRelevantIn(layer) && (checksum || !value.equals(field.unset(context)))) {
                kept.put(field, value instanceof Options options ? Match.exact(reduced(options)) : match);
            }
        });
        return kept;
    }

    /** Without the kinds and lengths that go without saying. */
    static Options reduced(Options options) {
        return new Options(options.list().stream().map(Reduction::reduced).toList());
    }

    static Layer reduced(Layer option) {
        Context context = new Context(option, OptionsCodec.write(option).length, 0, Optional.empty());
        Map<Field, Match> kept = new LinkedHashMap<>();
        option.fields().forEach((field, match) -> {
            Object value = ((Match.Exact) match).value();
            boolean implied = IMPLIED.contains(field.name()) && value.equals(field.unset(context));
            if (!implied && !value.equals(Octets.NONE)) {
                kept.put(field, value instanceof Options options ? Match.exact(reduced(options)) : match);
            }
        });
        return new Layer(option.header(), kept);
    }
}
