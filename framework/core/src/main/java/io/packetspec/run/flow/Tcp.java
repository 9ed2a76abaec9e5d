package io.packetspec.run.flow;

import io.packetspec.packet.Field;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.packet.Options;
import io.packetspec.packet.header.Headers;
import java.util.Optional;

/** What flows ask of a TCP layer. */
final class Tcp {
    static final long FIN = 0x01;
    static final long SYN = 0x02;
    static final long RST = 0x04;
    static final long ACK = 0x10;

    private Tcp() {}

    static boolean has(Layer tcp, long flag) {
        return (tcp.number("flags") & flag) != 0;
    }

    static boolean isSet(Layer layer, String field) {
        return layer.fields().containsKey(field(layer, field));
    }

    /** The layer with this field, unless its user set it. */
    static Layer filled(Layer layer, String field, Match match) {
        return isSet(layer, field) ? layer : layer.with(field, match);
    }

    static Optional<Layer> option(Layer tcp, String name) {
        return tcp.value("options").map(options -> ((Options) options).named(name));
    }

    static Field field(Layer layer, String name) {
        return layer.header().field(name).orElseThrow();
    }

    static Layer optionNamed(String name) {
        return Layer.of(Headers.TCP.field("options").orElseThrow().formats().get(name));
    }
}
