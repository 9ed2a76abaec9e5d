package io.packetspec.packet.header;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Dissection.Part;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.packet.Octets;
import io.packetspec.packet.Packet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A frame that carries a part of a datagram.
 *
 * @param index of the header that says so: IPv4, or the fragment header of IPv6
 */
record Fragment(Dissection frame, int index) {

    /** The frame as a fragment, if it is one; atomic fragments are. */
    static Optional<Fragment> in(Dissection frame) {
        Optional<Part> four = frame.part(Headers.IPV4);
        Optional<Part> six = frame.part(Headers.IPV6);
        boolean inFour = four.isPresent()
                && (six.isEmpty() || four.get().start() < six.get().start());
        return (inFour ? four.filter(Fragment::isOfVersion4) : six.flatMap(part -> frame.part(Headers.FRAGMENT)))
                .map(part -> new Fragment(frame, frame.parts().indexOf(part)));
    }

    private static boolean isOfVersion4(Part part) {
        return (part.layer().number("flags") & 1) != 0 || part.layer().number("frag") != 0;
    }

    private Part part() {
        return frame.parts().get(index);
    }

    private Layer header() {
        return part().layer();
    }

    private boolean isVersion4() {
        return header().header() == Headers.IPV4;
    }

    /** Where it stands in the datagram, in octets. */
    int from() {
        return Fragmentable.UNIT * (int) header().number(isVersion4() ? "frag" : "offset");
    }

    int to() {
        return from() + content().length();
    }

    boolean more() {
        return isVersion4() ? (header().number("flags") & 1) != 0 : header().number("M") != 0;
    }

    long id() {
        return header().number("id");
    }

    Octets content() {
        return frame.behind(part());
    }

    /** Whether both are of one datagram: RFC 791 section 2.3, and RFC 8200 section 4.5, which does without the protocol. */
    boolean isOf(Fragment other) {
        return datagram().equals(other.datagram());
    }

    private List<Optional<Object>> datagram() {
        Layer ip =
                isVersion4() ? header() : frame.part(Headers.IPV6).orElseThrow().layer();
        return List.of(
                ip.value("src"),
                ip.value("dst"),
                header().value("id"),
                isVersion4() ? ip.value("proto") : Optional.empty());
    }

    /** @throws IllegalArgumentException if a receiver cannot use it */
    void check() {
        Layer valid =
                Layer.of(Headers.IPV4).with(Headers.IPV4.field("checksum").orElseThrow(), new Match.Checksum(true));
        if (isVersion4() && !frame.diff(Packet.of(valid)).isEmpty()) {
            throw new IllegalArgumentException("the checksum of its IP header is wrong");
        }
        if (content().length() == 0) {
            throw new IllegalArgumentException("it carries nothing");
        }
        if (more() && content().length() % Fragmentable.UNIT != 0) {
            throw new IllegalArgumentException("it is not the last, and its "
                    + content().length() + " octets are no multiple of " + Fragmentable.UNIT);
        }
    }

    /** @throws IllegalArgumentException if a receiver cannot use both */
    void checkBeside(Fragment other) {
        if (from() < other.to() && other.from() < to()) {
            throw new IllegalArgumentException("its octets " + from() + " to " + to() + " overlap those from "
                    + other.from() + " to " + other.to());
        }
        if (!more() && other.from() >= to() || !other.more() && from() >= other.to()) {
            Fragment last = more() ? other : this;
            throw new IllegalArgumentException("the last fragment ends at " + last.to() + ", and another has "
                    + (more() ? this : other).from() + " to " + (more() ? this : other).to());
        }
    }

    /** The layers of a whole that begins with this one, its lengths and IP checksum to be computed. */
    List<Layer> headers() {
        List<Layer> layers = new ArrayList<>();
        frame.parts().subList(0, isVersion4() ? index + 1 : index).forEach(part -> layers.add(part.layer()));
        int last = layers.size() - 1;
        if (isVersion4()) {
            Layer ip = layers.get(last).with("frag", 0).with("flags", header().number("flags") & ~1L);
            layers.set(last, ip.without("len").without("checksum"));
        } else {
            layers.set(last, layers.get(last).with("nh", header().number("nh")));
            layers.replaceAll(layer -> layer.header() == Headers.IPV6 ? layer.without("plen") : layer);
        }
        return layers;
    }
}
