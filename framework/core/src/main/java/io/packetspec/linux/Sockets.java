package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Errno;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The socket calls as a program makes them: they answer a value or an errno and never throw for what the kernel says.
 * They act in the calling thread's namespace; descriptors opened here are closed together.
 */
public final class Sockets implements AutoCloseable {
    /**
     * What a call answered.
     *
     * @param value as of its manual page; -1 with an errno
     * @param data what was received, or the option's value; else empty
     * @param address the sockaddr that was filled in; else empty
     * @param control the control messages that were received, as they lie in memory; else empty
     * @param flags that recvmsg reports, else 0
     */
    public record Result(long value, @Nullable Errno errno, byte[] data, byte[] address, byte[] control, int flags) {
        public Result(long value, @Nullable Errno errno, byte[] data, byte[] address) {
            this(value, errno, data, address, NOTHING, 0);
        }

        public boolean failed() {
            return errno != null;
        }
    }

    /** What poll(2) answered, with the events of each descriptor in the order asked for. */
    public record Polled(Result result, List<Integer> revents) {}

    private static final byte[] NOTHING = {};
    private static final int SHUT_RDWR = 2;
    private static final int SOL_SOCKET = 1;
    private static final int SO_LINGER = 13;
    private static final byte[] ABORT = {1, 0, 0, 0, 0, 0, 0, 0};
    private static final int POLLFD = 8;

    private final Set<Integer> open = ConcurrentHashMap.newKeySet();
    private final Set<Object> lent = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /** @throws IllegalStateException in the initial namespace, where nothing is ever sent */
    public Result socket(int domain, int type, int protocol) {
        NetNs.refuseInitial("opening a socket");
        return opened(LIBC.socket(domain, type, protocol), NOTHING);
    }

    public Result bind(int socket, byte[] address) {
        return result(LIBC.bind(socket, address, address.length));
    }

    public Result connect(int socket, byte[] address) {
        return result(LIBC.connect(socket, address, address.length));
    }

    public Result listen(int socket, int backlog) {
        return result(LIBC.listen(socket, backlog));
    }

    /** The value is the new descriptor, the address that of the peer. */
    public Result accept(int socket) {
        byte[] address = new byte[SocketAddress.ROOM];
        int[] length = {address.length};
        return opened(LIBC.accept(socket, address, length), address, length);
    }

    public Result send(int socket, byte[] data, int flags) {
        return result(LIBC.send(socket, data, data.length, flags));
    }

    public Result sendto(int socket, byte[] data, int flags, byte[] address) {
        return result(LIBC.sendto(socket, data, data.length, flags, address, address.length));
    }

    public Result write(int socket, byte[] data) {
        return result(LIBC.write(socket, data, data.length));
    }

    public Result recv(int socket, int size, int flags) {
        byte[] data = new byte[size];
        return received(LIBC.recv(socket, data, size, flags), data);
    }

    public Result read(int socket, int size) {
        byte[] data = new byte[size];
        return received(LIBC.read(socket, data, size), data);
    }

    public Result recvfrom(int socket, int size, int flags) {
        byte[] data = new byte[size];
        byte[] address = new byte[SocketAddress.ROOM];
        int[] length = {address.length};
        Result result = received(LIBC.recvfrom(socket, data, size, flags, address, length), data);
        return new Result(result.value(), result.errno(), result.data(), filled(result.failed(), address, length));
    }

    public Result setsockopt(int socket, int level, int option, byte[] value) {
        return result(LIBC.setsockopt(socket, level, option, value, value.length));
    }

    /** The data is as much of the value as the kernel filled in, in its byte order. */
    public Result getsockopt(int socket, int level, int option, int size) {
        byte[] value = new byte[size];
        int[] length = {size};
        Result result = result(LIBC.getsockopt(socket, level, option, value, length));
        return new Result(result.value(), result.errno(), filled(result.failed(), value, length), NOTHING);
    }

    public Result getsockname(int socket) {
        byte[] address = new byte[SocketAddress.ROOM];
        int[] length = {address.length};
        return addressed(LIBC.getsockname(socket, address, length), address, length);
    }

    public Result getpeername(int socket) {
        byte[] address = new byte[SocketAddress.ROOM];
        int[] length = {address.length};
        return addressed(LIBC.getpeername(socket, address, length), address, length);
    }

    public Result shutdown(int socket, int how) {
        return result(LIBC.shutdown(socket, how));
    }

    /** @param milliseconds as of poll(2): negative is for ever, 0 returns at once */
    public Polled poll(List<Integer> sockets, List<Integer> events, int milliseconds) {
        ByteBuffer descriptors = Native.wrap(new byte[sockets.size() * POLLFD]);
        for (int i = 0; i < sockets.size(); i++) {
            descriptors
                    .putInt(sockets.get(i))
                    .putShort(events.get(i).shortValue())
                    .putShort((short) 0);
        }
        Result result = result(LIBC.poll(descriptors.array(), sockets.size(), milliseconds));
        List<Integer> revents = new ArrayList<>();
        for (int i = 0; i < sockets.size(); i++) {
            revents.add(Short.toUnsignedInt(descriptors.getShort(i * POLLFD + 6)));
        }
        return new Polled(result, revents);
    }

    public Result close(int socket) {
        open.remove(socket);
        return result(Copies.close(socket));
    }

    /**
     * Wakes whoever is blocked in a call on one of these, then closes them: a close alone wakes nobody. shutdown wakes
     * even where it answers ENOTCONN; of sockets that know no shutdown, such as packet(7), see {@link Wakeup}.
     */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        for (int socket : open) {
            // A connection that is only closed goes on alone for minutes, and keeps its namespace: socket(7),
            // SO_LINGER.
            LIBC.setsockopt(socket, SOL_SOCKET, SO_LINGER, ABORT, ABORT.length);
            LIBC.shutdown(socket, SHUT_RDWR);
        }
        open.forEach(this::close);
    }

    /** What the kernel may look at until these are closed must stay where it is. */
    void lend(Object memory) {
        lent.add(memory);
    }

    Result opened(int descriptor, byte[] address, int[] length) {
        Errno errno = descriptor < 0 ? Native.errno() : null;
        return errno == null
                ? opened(descriptor, filled(false, address, length))
                : new Result(descriptor, errno, NOTHING, NOTHING);
    }

    Result opened(int descriptor, byte[] address) {
        Result result = result(descriptor);
        if (!result.failed()) {
            keep(descriptor);
        }
        return new Result(result.value(), result.errno(), NOTHING, address);
    }

    /** One that is opened while the others are being closed goes with them. */
    private synchronized void keep(int descriptor) {
        if (closed) {
            LIBC.close(descriptor);
        } else {
            open.add(descriptor);
        }
    }

    private static Result addressed(int value, byte[] address, int[] length) {
        Result result = result(value);
        return new Result(result.value(), result.errno(), NOTHING, filled(result.failed(), address, length));
    }

    private static Result received(long value, byte[] data) {
        Result result = result(value);
        // With MSG_TRUNC the value is the length of what came, which may be more than there was room for.
        int length = (int) Math.max(0, Math.min(value, data.length));
        return new Result(result.value(), result.errno(), Arrays.copyOf(data, length), NOTHING);
    }

    private static byte[] filled(boolean failed, byte[] room, int[] length) {
        return failed ? NOTHING : Arrays.copyOf(room, Math.min(room.length, length[0]));
    }

    static Result result(long value) {
        return new Result(value, value < 0 ? Native.errno() : null, NOTHING, NOTHING);
    }
}
