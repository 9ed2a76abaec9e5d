package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.linux.Sockets.Result;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Files and pipes, and what moves octets between them and sockets; what is opened is closed with the rest. */
public final class Transfers {
    private static final int MODE = 0600;

    private final Sockets sockets;

    public Transfers(Sockets sockets) {
        this.sockets = sockets;
    }

    public Result open(String path, int flags) {
        return sockets.opened(LIBC.open(path, flags, MODE), new byte[0]);
    }

    /** The data of the result are the two descriptors, in network order: the end to read, the end to write. */
    public Result pipe() {
        int[] ends = new int[2];
        Result result = Sockets.result(LIBC.pipe2(ends, 0));
        if (!result.failed()) {
            sockets.opened(ends[0], new byte[0]);
            sockets.opened(ends[1], new byte[0]);
        }
        ByteBuffer data = ByteBuffer.allocate(2 * Integer.BYTES).order(ByteOrder.BIG_ENDIAN);
        data.putInt(ends[0]).putInt(ends[1]);
        return new Result(result.value(), result.errno(), data.array(), result.address());
    }

    public Result sendfile(int out, int in, long offset, long size) {
        return Sockets.result(LIBC.sendfile(out, in, new long[] {offset}, size));
    }

    /** From and to where the descriptors stand: without offsets. */
    public Result splice(int in, int out, long size, int flags) {
        return Sockets.result(LIBC.splice(in, null, out, null, size, flags));
    }
}
