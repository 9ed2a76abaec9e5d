package io.packetspec.packet;

import java.util.List;

/** How a checksum is computed; the same rule fills it in and tells whether it is valid. */
@FunctionalInterface
public interface ChecksumRule {
    /**
     * The right checksum.
     *
     * @param frame with zeros where the checksum goes
     * @param layers all layers of the frame
     * @param index of the layer that carries the checksum
     */
    long of(Octets frame, List<Dissection.Part> layers, int index);
}
