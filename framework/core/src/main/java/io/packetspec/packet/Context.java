package io.packetspec.packet;

import java.util.Optional;

/**
 * What the value of a computed field may depend on.
 *
 * @param layer with the fields that are set
 * @param headerLength in octets, with options and their padding
 * @param payloadLength in octets, everything behind the header
 * @param next the header that follows, if one does
 */
public record Context(Layer layer, int headerLength, int payloadLength, Optional<Header> next) {
    /** The whole, in octets. */
    public int length() {
        return headerLength + payloadLength;
    }
}
