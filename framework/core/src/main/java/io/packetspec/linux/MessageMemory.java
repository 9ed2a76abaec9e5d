package io.packetspec.linux;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** The native memory of one message: struct msghdr with all that it points to, alive until it is closed. */
final class MessageMemory implements AutoCloseable {
    private static final int HEADER = 56;

    private final ByteBuffer name;
    private final Vectors vectors;
    private final ByteBuffer control;
    private final ByteBuffer header = Native.allocate(HEADER);

    MessageMemory(byte[] name, List<byte[]> data, byte[] control, boolean named) {
        this.name = Vectors.filled(name);
        this.vectors = new Vectors(data);
        this.control = Vectors.filled(control);
        header.putLong(0, named ? Native.address(this.name) : 0).putInt(8, name.length);
        header.putLong(16, Native.address(vectors.memory())).putLong(24, vectors.count());
        header.putLong(32, control.length == 0 ? 0 : Native.address(this.control))
                .putLong(40, control.length);
    }

    ByteBuffer header() {
        return header;
    }

    /** With MSG_TRUNC the value is the length of what came, which may be more than there was room for. */
    byte[] data(long value) {
        return vectors.data(value);
    }

    byte[] address() {
        return part(name, Math.min(name.capacity(), header.getInt(8)));
    }

    byte[] control() {
        return part(control, (int) header.getLong(40));
    }

    int flags() {
        return header.getInt(48);
    }

    private static byte[] part(ByteBuffer memory, int length) {
        byte[] octets = new byte[memory.capacity()];
        memory.get(0, octets);
        return Arrays.copyOf(octets, length);
    }

    /** The collector must not take what only the kernel knows of. */
    @Override
    public void close() {
        Reference.reachabilityFence(this);
    }
}
