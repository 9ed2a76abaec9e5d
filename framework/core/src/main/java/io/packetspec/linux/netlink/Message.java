package io.packetspec.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes rtnetlink messages one behind the other: headers and attributes, lengths filled in behind. */
final class Message {
    private static final int ALIGNMENT = 4;
    private static final int NESTED = 0x8000;

    private ByteBuffer out = ByteBuffer.allocate(4096).order(ByteOrder.nativeOrder());

    /** A message: struct nlmsghdr, then what this writes. */
    void message(int type, int flags, int sequence, Runnable content) {
        reserve(512);
        int start = out.position();
        out.putInt(0)
                .putShort((short) type)
                .putShort((short) flags)
                .putInt(sequence)
                .putInt(0);
        content.run();
        out.putInt(start, out.position() - start);
    }

    /** struct ifinfomsg. */
    void link(int index, int flags, int change) {
        out.put((byte) 0)
                .put((byte) 0)
                .putShort((short) 0)
                .putInt(index)
                .putInt(flags)
                .putInt(change);
    }

    void octets(int... values) {
        for (int value : values) {
            out.put((byte) value);
        }
    }

    void half(int value) {
        out.putShort((short) value);
    }

    void word(int value) {
        out.putInt(value);
    }

    void attribute(int type, byte[] value) {
        attribute(type, out -> out.put(value));
    }

    void attribute(int type, int value) {
        attribute(type, out -> out.putInt(value));
    }

    void attribute(int type, String value) {
        attribute(
                type, out -> out.put(value.getBytes(StandardCharsets.US_ASCII)).put((byte) 0));
    }

    void nest(int type, Runnable content) {
        attribute(type | NESTED, out -> content.run());
    }

    private void attribute(int type, Consumer<ByteBuffer> value) {
        int start = out.position();
        out.putShort((short) 0).putShort((short) type);
        value.accept(out);
        out.putShort(start, (short) (out.position() - start));
        while (out.position() % ALIGNMENT != 0) {
            out.put((byte) 0);
        }
    }

    private void reserve(int size) {
        if (out.remaining() < size) {
            ByteBuffer larger = ByteBuffer.allocate(out.capacity() * 2).order(ByteOrder.nativeOrder());
            out = larger.put(out.flip());
        }
    }

    /** Sets a flag on the message that starts here. */
    void addFlags(int start, int flags) {
        out.putShort(start + 6, (short) (out.getShort(start + 6) | flags));
    }

    int length() {
        return out.position();
    }

    byte[] array() {
        return out.array();
    }
}
