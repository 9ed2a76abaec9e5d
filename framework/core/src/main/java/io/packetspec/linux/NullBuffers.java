package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.linux.Sockets.Result;

/** The calls that move octets, with a null pointer in place of the buffer: what the kernel makes of a bad address. */
public final class NullBuffers {
    private NullBuffers() {}

    public static Result write(int descriptor, long size) {
        return Sockets.result(LIBC.write(descriptor, null, size));
    }

    public static Result send(int socket, long size, int flags) {
        return Sockets.result(LIBC.send(socket, null, size, flags));
    }

    public static Result sendto(int socket, long size, int flags, byte[] address) {
        return Sockets.result(LIBC.sendto(socket, null, size, flags, address, address.length));
    }

    public static Result read(int descriptor, long size) {
        return Sockets.result(LIBC.read(descriptor, null, size));
    }

    public static Result recv(int socket, long size, int flags) {
        return Sockets.result(LIBC.recv(socket, null, size, flags));
    }

    public static Result recvfrom(int socket, long size, int flags) {
        byte[] address = new byte[SocketAddress.ROOM];
        return Sockets.result(LIBC.recvfrom(socket, null, size, flags, address, new int[] {address.length}));
    }
}
