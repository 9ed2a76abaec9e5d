package io.packetspec.run;

import io.packetspec.run.frame.Captured;
import io.packetspec.run.frame.FramePlace;
import java.util.Map;

/**
 * What an expectation takes from a wire: a frame, or a datagram that came in fragments.
 *
 * @param last the frame, of fragments that which came last
 * @param whole what is compared
 * @param fragments how many frames it came in
 */
record Received(Captured last, Captured whole, int fragments) {
    static Received alone(Captured frame) {
        return new Received(frame, frame, 0);
    }

    /** What later steps see of it. */
    Map<String, Object> names() {
        Map<String, Object> names = whole.names();
        if (fragments > 0) {
            names.put("fragments", (long) fragments);
        }
        return names;
    }

    /** Where it is found in the capture file of its wire, in words. */
    String place(Bench bench, String wire) {
        String place = FramePlace.of(bench.trace(), wire, last);
        return fragments == 0 ? place : "of " + fragments + " fragments, the last is " + place;
    }
}
