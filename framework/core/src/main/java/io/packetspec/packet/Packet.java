package io.packetspec.packet;

import java.util.List;

/** Layers from the outside in: to be encoded, or to be matched against. */
public record Packet(List<Layer> layers) {
    public Packet {
        layers = List.copyOf(layers);
    }

    public static Packet of(Layer... layers) {
        return new Packet(List.of(layers));
    }

    /**
     * The octets on the wire. What is set is written as it is, even if it is wrong; the rest is computed: lengths,
     * the protocol of the next layer, and checksums last, from the inside out. A checksum over a pseudo header whose
     * IP layer is missing is computed without it.
     *
     * @throws IllegalArgumentException if a set field is not exact
     */
    public Octets encode() {
        return new Encoder(layers).encode();
    }

    /** The packet in the notation of specs. */
    @Override
    public String toString() {
        return Notation.full(this);
    }
}
