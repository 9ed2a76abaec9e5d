package io.packetspec.spec.yaml;

import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Family;
import io.packetspec.spec.Ip;
import java.util.List;
import java.util.stream.Stream;

/** The layers that specs can name. */
final class Layers {
    private Layers() {}

    static List<String> names() {
        return Stream.concat(Headers.all().stream().map(Object::toString), Stream.of(Ip.LAYER))
                .toList();
    }

    /** The header's own name of a field: only {@code ip} has the shared vocabulary. */
    static String field(String layer, String field, Family family) {
        return layer.equals(Ip.LAYER) ? Ip.field(field, family) : field;
    }
}
