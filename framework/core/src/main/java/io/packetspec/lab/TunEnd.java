package io.packetspec.lab;

import io.packetspec.lab.Cabling.Port;
import io.packetspec.linux.PacketSocket;
import io.packetspec.linux.Tun;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The program's end of a TUN device. What the host sends is taken from a packet socket on the device, for only there it
 * has the kernel's stamp; what the device queues for its program is read and dropped.
 *
 * <p>A marker has two parts, neither of which IP, its filters or its counters see. A frame of a protocol of its own goes
 * over the loopback interface, behind all that the processor has still to take in (a packet that is written to the device
 * is taken in at once). Then one goes out by the device, behind all that the host has sent.
 */
final class TunEnd implements WireEnd {
    private static final int LOOPBACK = 1;
    /** IEEE 802 local experimental EtherType 1. */
    private static final int EXPERIMENTAL = 0x88b5;

    private static final int MACS = 12;

    private final Tun tun;
    private final int index;
    private final PacketSocket capture;
    private final PacketSocket sender;
    private final PacketSocket loop;
    private long serial;

    private TunEnd(Tun tun, int index) {
        this.tun = tun;
        this.index = index;
        this.capture = PacketSocket.open();
        this.sender = PacketSocket.openQueued();
        this.loop = PacketSocket.open();
    }

    /** On the host's thread. */
    static TunEnd open(Port port, int segmentSize) {
        Tun tun = Tun.open(port.plan().name(), port.index(), segmentSize);
        if (port.plan().offloads().getOrDefault("tso", false)) {
            tun.takeLargeSegments();
        }
        return new TunEnd(tun, port.index());
    }

    @Override
    public boolean isLayer3() {
        return true;
    }

    @Override
    public void capture() {
        capture.bind(index);
        sender.bind(EXPERIMENTAL, index);
        loop.bind(EXPERIMENTAL, LOOPBACK);
    }

    @Override
    public void send(byte[] packet) {
        tun.write(packet);
    }

    @Override
    public PacketSocket.@Nullable Received receive() {
        tun.drain();
        PacketSocket.Received received = capture.receive();
        while (received != null && !received.outgoing()) {
            received = capture.receive();
        }
        return received;
    }

    @Override
    public boolean await(long nanoseconds) {
        return capture.await(nanoseconds);
    }

    @Override
    public long lost() {
        return capture.lost();
    }

    @Override
    public boolean mark(byte[] marker, long deadline) {
        byte[] frame = ByteBuffer.allocate(MACS + 2 + Long.BYTES)
                .putShort(MACS, (short) EXPERIMENTAL)
                .putLong(MACS + 2, ++serial)
                .array();
        loop.send(frame);
        while (!isBack(frame)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            loop.await(left);
        }
        sender.send(marker);
        return true;
    }

    private boolean isBack(byte[] frame) {
        PacketSocket.Received received = loop.receive();
        while (received != null && !Arrays.equals(received.octets(), frame)) {
            received = loop.receive();
        }
        return received != null;
    }

    @Override
    public void close() {
        Undertaker.bury(tun);
        Undertaker.bury(capture);
        Undertaker.bury(sender);
        Undertaker.bury(loop);
    }
}
