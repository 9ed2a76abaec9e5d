package io.packetspec.spec.packetdrill;

/** Fields of GRE (RFC 2784, RFC 2890): which of the others are on the wire is told by the flags. */
public record GreHeader(long flags, long checksum, long offset, long key, long sequence) {
    static final GreHeader BARE = new GreHeader(0, 0, 0, 0, 0);

    public static final int CHECKSUM_PRESENT = 0x8000;
    public static final int KEY_PRESENT = 0x2000;
    public static final int SEQUENCE_PRESENT = 0x1000;

    @Override
    public String toString() {
        return String.format("flags 0x%x, sum 0x%x, off %d, key 0x%x, seq %d", flags, checksum, offset, key, sequence);
    }
}
