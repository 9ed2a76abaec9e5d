package io.packetspec.spec;

import io.packetspec.packet.Match;

/**
 * What epoll_wait(2) must report of one descriptor.
 *
 * @param name of the descriptor, as written
 * @param events of a Long
 */
public record Ready(String name, long socket, Match events) {
    @Override
    public String toString() {
        return "{socket: " + name + ", events: " + FlagMatch.text("EPOLL", events) + "}";
    }
}
