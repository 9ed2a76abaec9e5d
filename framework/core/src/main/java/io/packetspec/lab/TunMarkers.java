package io.packetspec.lab;

import io.packetspec.linux.NetNs;
import io.packetspec.linux.PacketSocket;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The markers of a TUN device. One has two parts, neither of which IP, its filters or its counters see. A frame of a
 * protocol of its own goes over the loopback interface, behind all that the processor has still to take in (a packet that
 * is written to the device is taken in at once). Then one goes out by the device, behind all that the host has sent.
 */
final class TunMarkers {
    private static final int LOOPBACK = 1;
    /** IEEE 802 local experimental EtherType 1. */
    private static final int EXPERIMENTAL = 0x88b5;

    private static final int MACS = 12;

    private final PacketSocket socket;
    private final int index;
    private long serial;

    private TunMarkers(PacketSocket socket, int index) {
        this.socket = socket;
        this.index = index;
    }

    /** For the device with this index. */
    static TunMarkers open(NetNs namespace, int index) {
        PacketSocket socket = namespace.visited(PacketSocket::openQueued);
        socket.bind(EXPERIMENTAL, LOOPBACK);
        return new TunMarkers(socket, index);
    }

    /** False if the host had not taken in all by this {@link System#nanoTime()}. */
    boolean mark(byte[] marker, long deadline) {
        byte[] frame = ByteBuffer.allocate(MACS + 2 + Long.BYTES)
                .putShort(MACS, (short) EXPERIMENTAL)
                .putLong(MACS + 2, ++serial)
                .array();
        socket.send(frame);
        while (!isBack(frame)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            socket.await(left);
        }
        socket.send(marker, EXPERIMENTAL, index);
        return true;
    }

    private boolean isBack(byte[] frame) {
        PacketSocket.Received received = socket.receive();
        while (received != null && !Arrays.equals(received.octets(), frame)) {
            received = socket.receive();
        }
        return received != null;
    }

    void close() {
        socket.close();
    }
}
