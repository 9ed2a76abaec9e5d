package io.packetspec.packet;

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

    /** Two hex digits an octet; blanks and colons between them are skipped. */
    public static Octets hex(String text) {
        return new Octets(HexFormat.of().parseHex(text.replaceAll("[\\s:]", "")));
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
        return new Octets(Arrays.copyOfRange(bytes, from, to));
    }

    public byte[] toArray() {
        return bytes.clone();
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
