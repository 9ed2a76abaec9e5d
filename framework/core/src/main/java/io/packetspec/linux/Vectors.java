package io.packetspec.linux;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Buffers in native memory, and the array of struct iovec that points to them; as long as this is reachable. */
final class Vectors {
    private static final int VECTOR = 16;

    private final List<ByteBuffer> buffers = new ArrayList<>();
    private final ByteBuffer memory;
    private final int size;

    Vectors(List<byte[]> data) {
        this.memory = Native.allocate(Math.max(1, data.size()) * VECTOR);
        for (byte[] octets : data) {
            ByteBuffer buffer = filled(octets);
            int at = buffers.size() * VECTOR;
            memory.putLong(at, Native.address(buffer)).putLong(at + Long.BYTES, octets.length);
            buffers.add(buffer);
        }
        this.size = data.stream().mapToInt(octets -> octets.length).sum();
    }

    static ByteBuffer filled(byte[] octets) {
        return Native.allocate(Math.max(1, octets.length)).put(0, octets);
    }

    ByteBuffer memory() {
        return memory;
    }

    int count() {
        return buffers.size();
    }

    /** So many octets as they lie in the buffers one behind the other, as far as there is room. */
    byte[] data(long length) {
        ByteBuffer all = ByteBuffer.allocate(size);
        for (int i = 0; i < buffers.size(); i++) {
            byte[] octets = new byte[(int) memory.getLong(i * VECTOR + Long.BYTES)];
            buffers.get(i).get(0, octets);
            all.put(octets);
        }
        return Arrays.copyOf(all.array(), (int) Math.max(0, Math.min(length, size)));
    }
}
