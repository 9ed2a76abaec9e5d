package io.packetspec.spec;

/** The address family that {@code ip}, host names and sockets stand for in a spec. */
public enum Family {
    IPV4,
    IPV6;

    /** As specs write it. */
    public String label() {
        return this == IPV4 ? "ipv4" : "ipv6";
    }
}
