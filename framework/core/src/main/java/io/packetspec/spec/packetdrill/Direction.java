package io.packetspec.spec.packetdrill;

/** Which way a packet goes, seen from the kernel under test. */
public enum Direction {
    INBOUND("<"),
    OUTBOUND(">");

    private final String sign;

    Direction(String sign) {
        this.sign = sign;
    }

    @Override
    public String toString() {
        return sign;
    }
}
