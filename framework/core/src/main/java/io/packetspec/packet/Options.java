package io.packetspec.packet;

import java.util.List;

/** The options of a header in their order, each a small layer: a kind, a length, its own fields. */
public record Options(List<Layer> list) {
    public Options {
        list = List.copyOf(list);
    }
}
