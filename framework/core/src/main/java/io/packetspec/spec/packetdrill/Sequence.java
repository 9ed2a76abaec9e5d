package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;

/** {@code 1:1001(1000)}: relative numbers of TCP, the end excluded, and the octets between them. */
public record Sequence(At at, long start, long end, long length) {
    @Override
    public String toString() {
        return start + ":" + end + "(" + length + ")";
    }
}
