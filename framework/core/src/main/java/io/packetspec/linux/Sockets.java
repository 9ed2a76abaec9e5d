package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Errno;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The socket calls in their asserting form: what a call returned or its errno, never an exception. A call is made in
 * the namespace of the calling thread, where {@link #socket} refuses to be called in the initial one; descriptors are
 * plain numbers, and the caller closes them.
 */
public final class Sockets {
    private static final int SOCK_CLOEXEC = 0x8_0000;
    private static final int OPTION_ROOM = 4096;
    private static final byte[] NONE = {};

    private Sockets() {}

    /**
     * What a call came to.
     *
     * @param value what it returned; -1 for an error
     * @param errno the error, or null
     * @param data the octets that it filled in: received, or the value of an option
     * @param address the address that it filled in, or null
     */
    public record Result(
            long value,
            @Nullable Errno errno,
            byte[] data,
            @Nullable SocketAddress address) {
        private static Result of(long value) {
            return value < 0 ? new Result(value, Native.errno(), NONE, null) : new Result(value, null, NONE, null);
        }

        private Result filled(byte[] buffer, long length) {
            int filled = (int) Math.min(buffer.length, Math.max(0, length));
            return errno != null ? this : new Result(value, null, Arrays.copyOf(buffer, filled), address);
        }

        private Result from(byte[] buffer, int length) {
            if (errno != null || length == 0) {
                return this;
            }
            byte[] octets = Arrays.copyOf(buffer, Math.min(buffer.length, length));
            return new Result(value, null, data, SocketAddress.decode(octets));
        }
    }

    /** socket(2), with SOCK_CLOEXEC always: commands of a spec inherit no descriptor. */
    public static Result socket(int domain, int type, int protocol) {
        NetNs.refuseInitial("opening a socket");
        return Result.of(LIBC.socket(domain, type | SOCK_CLOEXEC, protocol));
    }

    public static Result bind(int descriptor, SocketAddress address) {
        byte[] octets = address.encode();
        return Result.of(LIBC.bind(descriptor, octets, octets.length));
    }

    public static Result connect(int descriptor, SocketAddress address) {
        byte[] octets = address.encode();
        return Result.of(LIBC.connect(descriptor, octets, octets.length));
    }

    public static Result listen(int descriptor, int backlog) {
        return Result.of(LIBC.listen(descriptor, backlog));
    }

    public static Result accept(int descriptor) {
        byte[] address = new byte[SocketAddress.ROOM];
        int[] length = {address.length};
        return Result.of(LIBC.accept(descriptor, address, length)).from(address, length[0]);
    }

    public static Result send(int descriptor, byte[] data, int flags) {
        return Result.of(LIBC.send(descriptor, data, data.length, flags));
    }

    public static Result sendto(int descriptor, byte[] data, int flags, SocketAddress address) {
        byte[] octets = address.encode();
        return Result.of(LIBC.sendto(descriptor, data, data.length, flags, octets, octets.length));
    }

    public static Result write(int descriptor, byte[] data) {
        return Result.of(LIBC.write(descriptor, data, data.length));
    }

    public static Result recv(int descriptor, int size, int flags) {
        byte[] buffer = new byte[size];
        Result result = Result.of(LIBC.recv(descriptor, buffer, size, flags));
        return result.filled(buffer, result.value());
    }

    public static Result recvfrom(int descriptor, int size, int flags) {
        byte[] buffer = new byte[size];
        byte[] address = new byte[SocketAddress.ROOM];
        int[] length = {address.length};
        Result result = Result.of(LIBC.recvfrom(descriptor, buffer, size, flags, address, length));
        return result.filled(buffer, result.value()).from(address, length[0]);
    }

    public static Result read(int descriptor, int size) {
        byte[] buffer = new byte[size];
        Result result = Result.of(LIBC.read(descriptor, buffer, size));
        return result.filled(buffer, result.value());
    }

    public static Result setsockopt(int descriptor, int level, int option, byte[] value) {
        return Result.of(LIBC.setsockopt(descriptor, level, option, value, value.length));
    }

    /** The value is in {@link Result#data()}, as long as the kernel made it. */
    public static Result getsockopt(int descriptor, int level, int option) {
        byte[] value = new byte[OPTION_ROOM];
        int[] length = {value.length};
        Result result = Result.of(LIBC.getsockopt(descriptor, level, option, value, length));
        return result.filled(value, length[0]);
    }

    public static Result getsockname(int descriptor) {
        byte[] address = new byte[SocketAddress.ROOM];
        int[] length = {address.length};
        return Result.of(LIBC.getsockname(descriptor, address, length)).from(address, length[0]);
    }

    public static Result getpeername(int descriptor) {
        byte[] address = new byte[SocketAddress.ROOM];
        int[] length = {address.length};
        return Result.of(LIBC.getpeername(descriptor, address, length)).from(address, length[0]);
    }

    public static Result shutdown(int descriptor, int how) {
        return Result.of(LIBC.shutdown(descriptor, how));
    }

    /** poll(2) for one descriptor; the events reported are the two octets of {@link Result#data()}. */
    public static Result poll(int descriptor, int events, int milliseconds) {
        byte[] entry = new byte[8];
        Native.wrap(entry).putInt(descriptor).putShort((short) events);
        Result result = Result.of(LIBC.poll(entry, 1, milliseconds));
        return result.filled(Arrays.copyOfRange(entry, 6, 8), 2);
    }

    public static Result close(int descriptor) {
        return Result.of(LIBC.close(descriptor));
    }
}
