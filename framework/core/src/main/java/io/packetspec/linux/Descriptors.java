package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.linux.Sockets.Result;
import java.util.Set;

/** What can be done to a descriptor whatever it stands for, and {@code accept4}; what is opened is closed with the rest. */
public final class Descriptors {
    /** {@code F_DUPFD}, {@code F_DUPFD_CLOEXEC}. */
    private static final Set<Integer> DUPLICATE = Set.of(0, 1030);

    private final Sockets sockets;

    public Descriptors(Sockets sockets) {
        this.sockets = sockets;
    }

    /** As {@link Sockets#accept}. */
    public Result accept4(int socket, int flags) {
        byte[] address = new byte[SocketAddress.ROOM];
        int[] length = {address.length};
        return sockets.opened(LIBC.accept4(socket, address, length, flags), address, length);
    }

    public Result dup(int descriptor) {
        return sockets.opened(LIBC.dup(descriptor), new byte[0]);
    }

    public Result fcntl(int descriptor, int command, long argument) {
        int value = LIBC.fcntl(descriptor, command, argument);
        return DUPLICATE.contains(command) ? sockets.opened(value, new byte[0]) : Sockets.result(value);
    }

    /** @param argument what the request points at; the data of the result is the same after the call */
    public Result ioctl(int descriptor, long request, byte[] argument) {
        byte[] octets = argument.clone();
        Result result = Sockets.result(LIBC.ioctl(descriptor, request, octets));
        return new Result(result.value(), result.errno(), octets, result.address());
    }
}
