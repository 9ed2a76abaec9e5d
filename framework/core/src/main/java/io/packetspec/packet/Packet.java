package io.packetspec.packet;

import java.util.List;

/** Layers from the outside in: to be encoded, or to be matched against. */
public record Packet(List<Layer> layers) {
    public Packet {
        layers = List.copyOf(layers);
    }

    /**
     * The octets on the wire. What is set is written as it is, even if it is wrong; the rest is computed.
     *
     * @throws IllegalArgumentException if a set field is not exact
     */
    public Octets encode() {
        throw new IllegalStateException("skeleton");
    }
}
