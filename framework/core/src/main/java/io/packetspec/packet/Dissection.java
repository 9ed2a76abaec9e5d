package io.packetspec.packet;

import java.util.List;

/** A frame taken apart: every layer with its place, whatever the octets are. Never throws on nonsense. */
public final class Dissection {
    /** One layer: every field set, where it starts, where its header and where its content ends (offsets in octets). */
    public record Part(Layer layer, int start, int headerEnd, int end) {}

    private final Octets frame;
    private final List<Part> parts;

    private Dissection(Octets frame, List<Part> parts) {
        this.frame = frame;
        this.parts = parts;
    }

    public static Dissection of(Header outermost, Octets frame) {
        throw new IllegalStateException("skeleton");
    }

    public Octets frame() {
        return frame;
    }

    public List<Part> parts() {
        return parts;
    }

    /** What differs from the expectation; empty means it matches. */
    public List<Mismatch> diff(Packet expected) {
        throw new IllegalStateException("skeleton");
    }
}
