package io.packetspec.benchmarks;

import io.packetspec.lab.Host;
import io.packetspec.lab.Lab;
import io.packetspec.lab.Wire;
import io.packetspec.linux.SocketAddress;
import io.packetspec.linux.Sockets;
import io.packetspec.packet.Dissection;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Octets;
import io.packetspec.packet.Packet;
import io.packetspec.packet.header.Headers;
import io.packetspec.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Connections that the kernel of a fresh lab opens, answered by hand. */
final class Connections {
    private static final int PORT = 80;
    private static final int SOCK_STREAM_NONBLOCK = 1 | 0x800;
    private static final int SYN = 0x02;
    private static final int ACK = 0x10;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    private final Host host;
    private final Wire wire;

    private Connections(Lab lab) {
        host = lab.host(Plans.HOST);
        wire = lab.wire(Plans.WIRE);
    }

    static List<Exchange> open(int count) throws Exception {
        try (Lab lab = Lab.open(Plans.oneWire())) {
            Connections connections = new Connections(lab);
            List<Exchange> exchanges = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                exchanges.add(connections.open());
            }
            return exchanges;
        }
    }

    private Exchange open() throws Exception {
        host.call(this::connect);
        byte[] synAck = answer(next(SYN));
        long calling = Trace.now();
        wire.inject(synAck);
        long returned = Trace.now();
        Wire.Frame ack = next(ACK);
        return new Exchange(calling, returned, ack.time(), Trace.now());
    }

    /** The socket is closed with the lab. */
    private Sockets.Result connect() {
        Sockets sockets = host.sockets();
        int socket = (int)
                sockets.socket(SocketAddress.AF_INET, SOCK_STREAM_NONBLOCK, 0).value();
        byte[] peer = SocketAddress.internet(Plans.PEER_ADDRESS, PORT).encode();
        return sockets.connect(socket, peer);
    }

    /** Nothing else may come. */
    private Wire.Frame next(int flags) {
        Wire.Frame frame = wire.next(System.nanoTime() + PATIENCE);
        if (frame == null || frame.octets()[RawLoop.FLAGS] != flags) {
            throw new IllegalStateException(
                    "no frame with TCP flags " + flags + " but " + (frame == null ? "nothing" : dissected(frame)));
        }
        return frame;
    }

    private static Dissection dissected(Wire.Frame frame) {
        return Dissection.of(Headers.ETH, Octets.of(frame.octets()));
    }

    private static byte[] answer(Wire.Frame syn) {
        Layer tcp = dissected(syn).part(Headers.TCP).orElseThrow().layer();
        return Packet.of(
                        Layer.of(Headers.ETH).with("dst", "02:00:00:00:00:01").with("src", "02:00:00:00:00:02"),
                        Layer.of(Headers.IPV4).with("src", "192.0.2.2").with("dst", "192.0.2.1"),
                        Layer.of(Headers.TCP)
                                .with("sport", PORT)
                                .with("dport", tcp.number("sport"))
                                .with("seq", 1)
                                .with("ack", tcp.number("seq") + 1 & 0xffff_ffffL)
                                .with("flags", "SA"))
                .encode()
                .toArray();
    }
}
