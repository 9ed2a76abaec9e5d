package io.packetspec.lab;

import io.packetspec.linux.PacketSocket;
import org.jspecify.annotations.Nullable;

/** The end of a wire that is in the caller's hands. */
interface WireEnd {
    boolean isLayer3();

    void capture();

    void send(byte[] frame);

    /** The next frame that has come already; null if there is none. */
    PacketSocket.@Nullable Received receive();

    boolean await(long nanoseconds);

    long lost();

    /** See {@link Wire#mark}. */
    boolean mark(byte[] marker, long deadline);

    void close();
}
