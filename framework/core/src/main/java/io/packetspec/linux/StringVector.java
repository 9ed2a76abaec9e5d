package io.packetspec.linux;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A NULL-terminated array of C strings, as exec(3) takes them; its memory lives as long as this. */
final class StringVector {
    private final List<ByteBuffer> strings = new ArrayList<>();
    private final ByteBuffer vector;

    StringVector(List<String> texts) {
        vector = Native.allocate((texts.size() + 1) * Long.BYTES);
        for (String text : texts) {
            byte[] octets = text.getBytes(StandardCharsets.UTF_8);
            ByteBuffer string = Native.allocate(octets.length + 1).put(0, octets);
            strings.add(string);
            vector.putLong(Native.address(string));
        }
        vector.putLong(0).flip();
    }

    ByteBuffer buffer() {
        return vector;
    }
}
