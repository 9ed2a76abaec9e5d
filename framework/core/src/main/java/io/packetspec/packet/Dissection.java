package io.packetspec.packet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A frame taken apart: every layer with its place, whatever the octets are. Never throws on nonsense.
 *
 * <p>What no header claims is a {@link Header#PAYLOAD}; a header that is cut short is a {@link Header#RAW} with the
 * rest, except in what an ICMP error quotes: there it is a layer with those fields that are whole. Octets behind the
 * length that IP states are padding and belong to no layer.
 */
public final class Dissection {
    /**
     * One layer: every field set, where it starts, where its header and where its content ends (offsets in octets).
     * Options are set only if there are any.
     */
    public record Part(Layer layer, int start, int headerEnd, int end) {}

    private final Octets frame;
    private final List<Part> parts = new ArrayList<>();
    /** How many parts there are before the first that is only quoted. */
    private int carried = Integer.MAX_VALUE;

    private Dissection(Octets frame) {
        this.frame = frame;
    }

    /** Takes the frame apart, its first octet being the first of this header. */
    public static Dissection of(Header outermost, Octets frame) {
        Dissection dissection = new Dissection(frame);
        dissection.dissect(outermost);
        return dissection;
    }

    private void dissect(Header outermost) {
        Optional<Header> next = Optional.of(outermost);
        int at = 0;
        int end = frame.length();
        while (at < end) {
            Header header = next.orElse(Header.PAYLOAD);
            Part part = part(header, at, end);
            parts.add(part);
            boolean whole = part.layer().header() == header && part.headerEnd() - at >= header.fixedLength();
            next = whole
                    ? header.next(part.layer(), part.headerEnd() < part.end() ? frame.at(part.headerEnd()) : -1)
                    : Optional.empty();
            if (whole && header.quotes(part.layer())) {
                carried = Math.min(carried, parts.size());
            }
            at = part.headerEnd();
            end = part.end();
        }
    }

    private Part part(Header header, int start, int end) {
        return HeaderCodec.read(header, frame, start, end)
                .orElseGet(() -> parts.size() >= carried
                        ? HeaderCodec.readCut(header, frame, start, end)
                        : HeaderCodec.read(Header.RAW, frame, start, end).orElseThrow());
    }

    public Octets frame() {
        return frame;
    }

    public List<Part> parts() {
        return Collections.unmodifiableList(parts);
    }

    /** The first layer with this header that is carried, not only quoted by an ICMP error. */
    public Optional<Part> part(Header header) {
        int index = indexOf(header);
        return index < 0 ? Optional.empty() : Optional.of(parts.get(index));
    }

    int indexOf(Header header) {
        for (int i = 0; i < Math.min(carried, parts.size()); i++) {
            if (parts.get(i).layer().header() == header) {
                return i;
            }
        }
        return -1;
    }

    /** The same frame with another reading of one layer: numbers that mean something only in relation to others. */
    public Dissection with(Part part, Layer layer) {
        Dissection other = new Dissection(frame);
        other.carried = carried;
        other.parts.addAll(parts);
        other.parts.set(parts.indexOf(part), new Part(layer, part.start(), part.headerEnd(), part.end()));
        return other;
    }

    /** The octets behind the header of this part, without padding. */
    public Octets behind(Part part) {
        return frame.slice(part.headerEnd(), part.end());
    }

    /** What the checksum of this layer would have to be. */
    long rightChecksum(int index, Field field) {
        byte[] zeroed = frame.toArray();
        Layer layer = parts.get(index).layer();
        field.write(zeroed, 8 * parts.get(index).start() + layer.header().bit(field), 0L);
        return field.checksumRule().orElseThrow().of(Octets.view(zeroed), parts, index);
    }

    /** The shortest packet that would be encoded to this frame (without padding): all that is computed is left out. */
    public Packet packet() {
        return new Reduction(this).packet();
    }

    /** What differs from the expectation; empty means it matches. */
    public List<Mismatch> diff(Packet expected) {
        return new Difference(this).from(expected);
    }

    /** The frame in one line. */
    @Override
    public String toString() {
        return Notation.line(this);
    }
}
