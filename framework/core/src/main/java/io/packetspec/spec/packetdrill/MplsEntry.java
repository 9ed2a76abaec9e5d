package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;

/** An entry of a label stack, RFC 3032. */
public record MplsEntry(At at, long label, long trafficClass, boolean bottom, long ttl) {
    @Override
    public String toString() {
        return "(label " + label + ", tc " + trafficClass + ", " + (bottom ? "[S], " : "") + "ttl " + ttl + ")";
    }
}
