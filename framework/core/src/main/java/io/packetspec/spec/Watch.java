package io.packetspec.spec;

import io.packetspec.abi.Constants;
import io.packetspec.packet.Match;

/**
 * What poll(2) is asked of one descriptor, and what it must report of it.
 *
 * @param name of the descriptor, as written
 * @param revents of a Long
 */
public record Watch(String name, long socket, long events, Match revents) {
    @Override
    public String toString() {
        return "{socket: " + name + ", events: " + Constants.flags("POLL", events) + "}";
    }
}
