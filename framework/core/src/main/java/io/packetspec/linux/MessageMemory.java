package io.packetspec.linux;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The native memory of one message: struct msghdr with all that it points to, alive until it is closed. */
final class MessageMemory implements AutoCloseable {
    private static final int HEADER = 56;
    private static final int VECTOR = 16;

    private final ByteBuffer name;
    private final ByteBuffer data;
    private final ByteBuffer control;
    private final ByteBuffer vector = Native.allocate(VECTOR);
    private final ByteBuffer header = Native.allocate(HEADER);
    private final int size;

    MessageMemory(byte[] name, byte[] data, byte[] control, boolean named) {
        this.name = filled(name);
        this.data = filled(data);
        this.control = filled(control);
        this.size = data.length;
        vector.putLong(0, Native.address(this.data)).putLong(8, data.length);
        header.putLong(0, named ? Native.address(this.name) : 0).putInt(8, name.length);
        header.putLong(16, Native.address(vector)).putLong(24, 1);
        header.putLong(32, control.length == 0 ? 0 : Native.address(this.control))
                .putLong(40, control.length);
    }

    private static ByteBuffer filled(byte[] octets) {
        return Native.allocate(Math.max(1, octets.length)).put(0, octets);
    }

    ByteBuffer header() {
        return header;
    }

    /** With MSG_TRUNC the value is the length of what came, which may be more than there was room for. */
    byte[] data(long value) {
        return part(data, (int) Math.min(value, size));
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
