package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import java.util.Arrays;

/** A NETLINK_ROUTE socket: octets to and from the kernel, for the namespace it was opened in, from any thread. */
public final class NetlinkSocket implements AutoCloseable {
    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x8_0000;
    private static final int NETLINK_ROUTE = 0;
    private static final int SOL_NETLINK = 270;
    private static final int NETLINK_CAP_ACK = 10;
    private static final int NETLINK_EXT_ACK = 11;
    /** The kernel parts a dump into messages that fit. */
    private static final int ROOM = 8 << 10;

    private final int descriptor;
    private final byte[] room = new byte[ROOM];

    private NetlinkSocket(int descriptor) {
        this.descriptor = descriptor;
    }

    public static NetlinkSocket open() {
        NetNs.refuseInitial("opening a netlink socket");
        NetlinkSocket socket = new NetlinkSocket(Native.checked(
                LIBC.socket(AF_NETLINK, SOCK_RAW_CLOEXEC, NETLINK_ROUTE), "socket(AF_NETLINK, NETLINK_ROUTE)"));
        socket.wantWords();
        return socket;
    }

    /** Errors with the kernel's words and without the message they are about; an old kernel just gives none. */
    private void wantWords() {
        byte[] on = {1, 0, 0, 0};
        LIBC.setsockopt(descriptor, SOL_NETLINK, NETLINK_CAP_ACK, on, on.length);
        LIBC.setsockopt(descriptor, SOL_NETLINK, NETLINK_EXT_ACK, on, on.length);
    }

    public void send(byte[] messages, int length) {
        Native.checked(LIBC.send(descriptor, messages, length, 0), "send(netlink, " + length + " octets)");
    }

    public synchronized byte[] receive() {
        long length = Native.checked(LIBC.recv(descriptor, room, room.length, 0), "recv(netlink)");
        return Arrays.copyOf(room, (int) length);
    }

    /** For requests to the same namespace that go through ioctl(2). */
    int descriptor() {
        return descriptor;
    }

    @Override
    public void close() {
        LIBC.close(descriptor);
    }
}
