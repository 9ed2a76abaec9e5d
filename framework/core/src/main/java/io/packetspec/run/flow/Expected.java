package io.packetspec.run.flow;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Mismatch;
import io.packetspec.packet.Packet;
import java.util.List;

/** What a frame must be; with a segment of a flow that depends on what the flow has come to, and on the frame itself. */
public interface Expected {

    /** As far as it can be said before a frame came. */
    Packet packet();

    /** As it is held against this frame. */
    Packet packet(Dissection frame);

    /** Whether the frame is of the connection that is meant, by its ports; without one every frame is. */
    default boolean concerns(Dissection frame) {
        return true;
    }

    /** What differs; empty means it matches. */
    List<Mismatch> diff(Dissection frame);

    /** The frame was what was expected: its flow goes on. */
    void met(Dissection frame);

    /** One of no flow. */
    static Expected of(Packet packet) {
        return new Plain(packet);
    }

    /** An expectation that nothing changes. */
    record Plain(Packet packet) implements Expected {
        @Override
        public Packet packet(Dissection frame) {
            return packet;
        }

        @Override
        public List<Mismatch> diff(Dissection frame) {
            return frame.diff(packet);
        }

        @Override
        public void met(Dissection frame) {}
    }
}
