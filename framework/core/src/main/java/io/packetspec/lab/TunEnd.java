package io.packetspec.lab;

import io.packetspec.lab.Cabling.Port;
import io.packetspec.linux.NetNs;
import io.packetspec.linux.PacketSocket;
import io.packetspec.linux.Tun;
import org.jspecify.annotations.Nullable;

/**
 * The program's end of a TUN device. What the host sends is taken from a packet socket on the device, for only there it
 * has the kernel's stamp; what the device queues for its program is read and dropped.
 */
final class TunEnd implements WireEnd {
    private final NetNs namespace;
    private final Tun tun;
    private final int index;
    private final PacketSocket capture;
    /** From the first marker on: most labs need none. */
    private @Nullable TunMarkers markers;

    private TunEnd(NetNs namespace, Tun tun, int index, PacketSocket capture) {
        this.namespace = namespace;
        this.tun = tun;
        this.index = index;
        this.capture = capture;
    }

    static TunEnd open(NetNs namespace, Port port, int segmentSize) {
        return namespace.visited(() -> {
            Tun tun = Tun.open(port.plan().name(), port.index(), segmentSize);
            try {
                if (port.plan().offloads().getOrDefault("tso", false)) {
                    tun.takeLargeSegments();
                }
                return new TunEnd(namespace, tun, port.index(), PacketSocket.open());
            } catch (RuntimeException e) {
                tun.close();
                throw e;
            }
        });
    }

    @Override
    public boolean isLayer3() {
        return true;
    }

    @Override
    public void capture() {
        capture.bind(index);
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
        TunMarkers opened = markers;
        if (opened == null) {
            opened = TunMarkers.open(namespace, index);
            markers = opened;
        }
        return opened.mark(marker, deadline);
    }

    @Override
    public void close() {
        tun.close();
        capture.close();
        if (markers != null) {
            markers.close();
        }
    }
}
