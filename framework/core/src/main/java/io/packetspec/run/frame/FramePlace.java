package io.packetspec.run.frame;

import io.packetspec.trace.Event;
import io.packetspec.trace.Trace;
import java.util.List;

/** Where a frame is found in the capture file of its wire. */
public final class FramePlace {
    private FramePlace() {}

    public static String of(Trace trace, String wire, Captured frame) {
        List<Event.Frame> frames = trace.frames(wire);
        for (int i = 0; i < frames.size(); i++) {
            Event.Frame candidate = frames.get(i);
            if (!candidate.injected()
                    && candidate.time() == frame.time()
                    && candidate.octets().equals(frame.dissection().frame())) {
                return "frame " + (i + 1) + " of wire-" + wire + ".pcapng";
            }
        }
        throw new IllegalStateException("a captured frame is not in the trace");
    }
}
