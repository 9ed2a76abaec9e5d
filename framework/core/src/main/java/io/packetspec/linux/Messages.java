package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Errno;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls with messages and vectors of buffers, and the options whose value points to memory. */
public final class Messages {
    private static final byte[] NOTHING = {};
    private static final int MSG_ZEROCOPY = 0x400_0000;
    private static final int FILTER = 16;
    private static final int INSTRUCTION = 8;

    private Messages() {}

    /**
     * @param on keeps the buffers of MSG_ZEROCOPY, which the kernel reads as long as it sends
     * @param address null for none, which is not the same as an empty one
     * @param data buffer by buffer
     */
    public static Sockets.Result sendmsg(
            Sockets on, int socket, byte @Nullable [] address, List<byte[]> data, byte[] control, int flags) {
        try (MessageMemory memory =
                new MessageMemory(address == null ? NOTHING : address, data, control, address != null)) {
            if ((flags & MSG_ZEROCOPY) != 0) {
                on.lend(memory);
            }
            return result(LIBC.sendmsg(socket, memory.header(), flags), memory, false);
        }
    }

    /**
     * The result has the control messages as they lie in memory, and the flags that the call reports.
     *
     * @param sizes of the buffers
     */
    public static Sockets.Result recvmsg(int socket, List<Integer> sizes, int control, int flags) {
        try (MessageMemory memory =
                new MessageMemory(new byte[SocketAddress.ROOM], room(sizes), new byte[control], true)) {
            return result(LIBC.recvmsg(socket, memory.header(), flags), memory, true);
        }
    }

    private static List<byte[]> room(List<Integer> sizes) {
        return sizes.stream().map(byte[]::new).toList();
    }

    public static Sockets.Result writev(int descriptor, List<byte[]> data) {
        Vectors vectors = new Vectors(data);
        try {
            return Sockets.result(LIBC.writev(descriptor, vectors.memory(), vectors.count()));
        } finally {
            Reference.reachabilityFence(vectors);
        }
    }

    public static Sockets.Result readv(int descriptor, List<Integer> sizes) {
        Vectors vectors = new Vectors(room(sizes));
        Sockets.Result result = Sockets.result(LIBC.readv(descriptor, vectors.memory(), vectors.count()));
        return new Sockets.Result(result.value(), result.errno(), vectors.data(result.value()), NOTHING);
    }

    private static Sockets.Result result(long value, MessageMemory memory, boolean received) {
        Errno errno = value < 0 ? Native.errno() : null;
        return errno != null || !received
                ? new Sockets.Result(value, errno, NOTHING, NOTHING)
                : new Sockets.Result(
                        value, null, memory.data(value), memory.address(), memory.control(), memory.flags());
    }

    /** Sets an option to a struct sock_fprog, which points to these instructions during the call. */
    public static Sockets.Result setFilter(int socket, int level, int option, byte[] program) {
        ByteBuffer instructions =
                Native.allocate(Math.max(program.length, INSTRUCTION)).put(0, program);
        ByteBuffer filter = Native.wrap(new byte[FILTER])
                .putShort(0, (short) (program.length / INSTRUCTION))
                .putLong(8, Native.address(instructions));
        try {
            long value = LIBC.setsockopt(socket, level, option, filter.array(), FILTER);
            return new Sockets.Result(value, value < 0 ? Native.errno() : null, NOTHING, NOTHING);
        } finally {
            Reference.reachabilityFence(instructions);
        }
    }

    /** The index of the interface of this name in the calling thread's namespace; 0 if there is none. */
    public static int interfaceIndex(String name) {
        return LIBC.if_nametoindex(name);
    }
}
