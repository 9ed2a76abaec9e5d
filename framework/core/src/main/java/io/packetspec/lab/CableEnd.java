package io.packetspec.lab;

import io.packetspec.linux.PacketSocket;
import org.jspecify.annotations.Nullable;

/** The far end of a veth pair. */
record CableEnd(PacketSocket socket, int index) implements WireEnd {
    @Override
    public boolean isLayer3() {
        return false;
    }

    @Override
    public void capture() {
        socket.bind(index);
    }

    @Override
    public void send(byte[] frame) {
        socket.send(frame);
    }

    @Override
    public PacketSocket.@Nullable Received receive() {
        return socket.receive();
    }

    @Override
    public boolean await(long nanoseconds) {
        return socket.await(nanoseconds);
    }

    @Override
    public long lost() {
        return socket.lost();
    }

    /** An ordinary frame is marker enough, where Ethernet and ARP bring it back. */
    @Override
    public boolean mark(byte[] marker, long deadline) {
        socket.send(marker);
        return true;
    }

    @Override
    public void close() {
        socket.close();
    }
}
