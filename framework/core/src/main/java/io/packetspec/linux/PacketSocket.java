package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import org.jspecify.annotations.Nullable;

/**
 * A packet(7) socket that sends and receives whole frames on one interface, past the interface's queue. Frames it sent
 * are not among those it receives.
 */
public final class PacketSocket implements AutoCloseable {
    /**
     * A frame with the kernel's stamp, nanoseconds of CLOCK_REALTIME.
     *
     * @param outgoing whether this host sends it
     * @param unfinished whether its transport checksum is left to the device that sends it
     */
    public record Received(long time, byte[] octets, boolean outgoing, boolean unfinished) {}

    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x8_0000;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;
    private static final int SO_TIMESTAMPNS = 35;
    private static final int SOL_PACKET = 263;
    private static final int PACKET_STATISTICS = 6;
    private static final int PACKET_AUXDATA = 8;
    private static final int PACKET_QDISC_BYPASS = 20;
    private static final int ETH_P_ALL = 3;
    private static final int BUFFER = 8 << 20;
    private static final int POLLIN = 1;

    private static final ThreadLocal<Reception> RECEPTIONS = ThreadLocal.withInitial(Reception::new);

    private final int descriptor;
    private long lost;

    private PacketSocket(int descriptor) {
        this.descriptor = descriptor;
    }

    /** A socket in the calling thread's namespace, where it stays. It receives nothing before it is bound. */
    public static PacketSocket open() {
        PacketSocket socket = openQueued();
        socket.set(SOL_PACKET, PACKET_QDISC_BYPASS, 1, "PACKET_QDISC_BYPASS");
        return socket;
    }

    /** The same, but what it sends goes through the interface's queue, and other packet sockets see it go. */
    public static PacketSocket openQueued() {
        NetNs.refuseInitial("opening a packet socket");
        int descriptor = Native.checked(LIBC.socket(AF_PACKET, SOCK_RAW_CLOEXEC, 0), "socket(AF_PACKET, SOCK_RAW)");
        PacketSocket socket = new PacketSocket(descriptor);
        socket.set(SOL_PACKET, PACKET_AUXDATA, 1, "PACKET_AUXDATA");
        socket.set(SOL_SOCKET, SO_TIMESTAMPNS, 1, "SO_TIMESTAMPNS");
        socket.enlargeBuffer();
        return socket;
    }

    /** Only FORCE goes beyond rmem_max, and only where the kernel allows it inside a user namespace. */
    private void enlargeBuffer() {
        if (LIBC.setsockopt(descriptor, SOL_SOCKET, SO_RCVBUFFORCE, integer(BUFFER), Integer.BYTES) < 0) {
            set(SOL_SOCKET, SO_RCVBUF, BUFFER, "SO_RCVBUF");
        }
    }

    private void set(int level, int option, int value, String name) {
        Native.checked(
                LIBC.setsockopt(descriptor, level, option, integer(value), Integer.BYTES),
                "setsockopt(" + descriptor + ", " + name + ", " + value + ")");
    }

    private static byte[] integer(int value) {
        byte[] octets = new byte[Integer.BYTES];
        Native.wrap(octets).putInt(value);
        return octets;
    }

    /** From now on it receives every frame of this interface. */
    public void bind(int interfaceIndex) {
        bind(ETH_P_ALL, interfaceIndex);
    }

    /** The same for one EtherType. */
    public void bind(int protocol, int interfaceIndex) {
        byte[] address = SocketAddress.packet(protocol, interfaceIndex).encode();
        Native.checked(
                LIBC.bind(descriptor, address, address.length),
                "bind(" + descriptor + ", interface " + interfaceIndex + ")");
    }

    public void send(byte[] frame) {
        Native.checked(
                LIBC.send(descriptor, frame, frame.length, 0),
                "send(" + descriptor + ", a frame of " + frame.length + " octets)");
    }

    /** The same by another interface than the one it is bound to. */
    public void send(byte[] frame, int protocol, int interfaceIndex) {
        byte[] address = SocketAddress.packet(protocol, interfaceIndex).encode();
        Native.checked(
                LIBC.sendto(descriptor, frame, frame.length, 0, address, address.length),
                "sendto(" + descriptor + ", a frame of " + frame.length + " octets, interface " + interfaceIndex + ")");
    }

    /** The next frame that has arrived already; null if there is none. */
    public @Nullable Received receive() {
        return RECEPTIONS.get().receive(descriptor);
    }

    /** Whether a frame has arrived, waiting this long for one. */
    public boolean await(long nanoseconds) {
        byte[] descriptors = new byte[8];
        Native.wrap(descriptors).putInt(descriptor).putShort((short) POLLIN);
        return LIBC.ppoll(descriptors, 1, Native.timespec(nanoseconds), null) > 0;
    }

    /** How many frames found no room in the buffer since the socket was opened. */
    public long lost() {
        byte[] statistics = new byte[2 * Integer.BYTES];
        int[] length = {statistics.length};
        Native.checked(
                LIBC.getsockopt(descriptor, SOL_PACKET, PACKET_STATISTICS, statistics, length),
                "getsockopt(" + descriptor + ", PACKET_STATISTICS)");
        // tp_packets, tp_drops: reading them sets them back.
        lost += Integer.toUnsignedLong(Native.wrap(statistics).getInt(Integer.BYTES));
        return lost;
    }

    /** Takes 10 to 30 ms: the kernel waits until no processor can be delivering to it any more (RCU). */
    @Override
    public void close() {
        LIBC.close(descriptor);
    }
}
