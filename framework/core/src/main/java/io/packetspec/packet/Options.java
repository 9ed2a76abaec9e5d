package io.packetspec.packet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of a header in their order, each a small layer: a kind, a length, its own fields. */
public record Options(List<Layer> list) {
    public Options {
        list = List.copyOf(list);
    }

    public static Options of(Layer... options) {
        return new Options(List.of(options));
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** Without the kinds and lengths that go without saying. */
    public Options reduced() {
        return Reduction.reduced(this);
    }

    /** The first option with this name; null if there is none. */
    public @Nullable Layer named(String name) {
        return list.stream()
                .filter(option -> option.header().name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
