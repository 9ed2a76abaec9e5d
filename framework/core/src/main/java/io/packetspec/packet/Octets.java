package io.packetspec.packet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable sequence of octets. */
public final class Octets {
    public static final Octets NONE = new Octets(new byte[0]);
    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Octets of(byte... bytes) {
        return new Octets(bytes.clone());
    }

    /**
     * Two hex digits an octet; blanks and colons between them are skipped.
     *
     * @throws IllegalArgumentException if anything else stands there
     */
    public static Octets hex(String text) {
        try {
            return new Octets(HexFormat.of().parseHex(text.replaceAll("[\\s:]", "")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no hex text: two hex digits an octet", e);
        }
    }

    /** The text in UTF-8. */
    public static Octets text(String text) {
        return new Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A view of an array that its owner goes on writing to. */
    static Octets view(byte[] bytes) {
        return new Octets(bytes);
    }

    public int length() {
        return bytes.length;
    }

    /** The octet at this index, 0 to 255. */
    public int at(int index) {
        return bytes[index] & 0xff;
    }

    /** From {@code from} (included) to {@code to} (excluded). */
    public Octets slice(int from, int to) {
        return from == to ? NONE : new Octets(Arrays.copyOfRange(bytes, from, to));
    }

    /** These and more behind them. */
    public Octets and(Octets more) {
        byte[] both = Arrays.copyOf(bytes, bytes.length + more.bytes.length);
        more.copyTo(both, bytes.length);
        return more.length() == 0 ? this : new Octets(both);
    }

    public byte[] toArray() {
        return bytes.clone();
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
    }

    /** The index of the first octet that differs, or -1 if there is none. */
    int mismatch(Octets other) {
        return Arrays.mismatch(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Lower-case hex without separators. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
