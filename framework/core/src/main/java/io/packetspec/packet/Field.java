package io.packetspec.packet;

import java.util.Map;

/** One field of a header: its name, its place and how its value is written. */
public final class Field {
    /**
     * What a value of the field is: {@code UINT} and {@code FLAGS} a {@link Long}, the addresses an {@link Address},
     * {@code OCTETS} an {@link Octets}, {@code OPTIONS} an {@link Options}.
     */
    public enum Kind {
        UINT,
        FLAGS,
        MAC,
        IPV4,
        IPV6,
        OCTETS,
        OPTIONS
    }

    private final String name;
    private final Kind kind;
    private final int bits;

    private Field(String name, Kind kind, int bits) {
        this.name = name;
        this.kind = kind;
        this.bits = bits;
    }

    public static Field of(String name, int bits) {
        return new Field(name, Kind.UINT, bits);
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public int bits() {
        return bits;
    }

    public boolean isChecksum() {
        throw new IllegalStateException("skeleton");
    }

    /** For {@code OPTIONS}: the option formats by name. Each option is a small layer of its own. */
    public Map<String, Header> formats() {
        throw new IllegalStateException("skeleton");
    }

    /**
     * Reads one scalar in the notation of specs: a number ({@code 0x} for hex), an address, flag letters or a name.
     *
     * @throws IllegalArgumentException saying what is wrong and what is legal
     */
    public Object parse(String text) {
        throw new IllegalStateException("skeleton");
    }

    /** The number wrapped at the field's width, as arithmetic on header fields does. */
    public Object wrap(long number) {
        throw new IllegalStateException("skeleton");
    }

    @Override
    public String toString() {
        return name;
    }
}
