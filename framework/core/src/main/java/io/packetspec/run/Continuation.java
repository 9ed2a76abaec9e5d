package io.packetspec.run;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Layer;
import io.packetspec.packet.header.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a segment goes on where one before ended, so that packetdrill would take both for one. */
final class Continuation {
    /** SYN, RST, ACK, URG, ECE and AE: the others may be those of the first or the last. */
    private static final long LASTING = 0x176;

    private static final List<String> SAME = List.of("dataofs", "reserved", "ack", "win", "urgptr");
    private static final long ANY_TTL = 255;

    private final Dissection before;
    private final int left;

    /** @param left of the payload that is expected, behind the segment before */
    Continuation(Dissection before, int left) {
        this.before = before;
        this.left = left;
    }

    /** In what the next does not fit, separated by commas; empty if it does. */
    String differing(Dissection next) {
        Optional<Dissection.Part> came = next.part(Headers.TCP);
        if (came.isEmpty()) {
            return "its protocol";
        }
        Dissection.Part part = before.part(Headers.TCP).orElseThrow();
        int length = before.behind(part).length();
        List<String> found = new ArrayList<>();
        compare(part.layer(), came.get().layer(), length, found);
        if (!lives(before).equals(lives(next)) && !lives(before).contains(ANY_TTL)) {
            found.add("ttl");
        }
        int octets = next.behind(came.get()).length();
        if (octets < left && octets != length) {
            found.add("the length of its payload (" + octets + ", not " + length + ")");
        }
        return String.join(", ", found);
    }

    private static void compare(Layer one, Layer other, int length, List<String> found) {
        if ((one.number("seq") + length & 0xffff_ffffL) != other.number("seq")) {
            found.add("tcp.seq");
        }
        if ((one.number("flags") & LASTING) != (other.number("flags") & LASTING)) {
            found.add("tcp.flags");
        }
        SAME.stream()
                .filter(field -> one.number(field) != other.number(field))
                .forEach(field -> found.add("tcp." + field));
    }

    private static List<Long> lives(Dissection frame) {
        return frame.parts().stream()
                .map(Dissection.Part::layer)
                .filter(layer -> layer.header() == Headers.IPV4 || layer.header() == Headers.IPV6)
                .map(layer -> layer.number(layer.header() == Headers.IPV4 ? "ttl" : "hlim"))
                .toList();
    }
}
