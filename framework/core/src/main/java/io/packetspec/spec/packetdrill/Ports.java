package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;

/** {@code 40000 > 80}, for packets outside of the connection's own ports. */
public record Ports(At at, long source, long destination) {
    @Override
    public String toString() {
        return source + " > " + destination;
    }
}
