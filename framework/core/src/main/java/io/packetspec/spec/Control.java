package io.packetspec.spec;

import io.packetspec.abi.ControlMessage;

/** A control message that is sent; Octets stand for the value as it lies in memory, whatever the message's layout. */
public record Control(ControlMessage message, Object value) {
    @Override
    public String toString() {
        return message.name() + " " + value;
    }
}
