package io.packetspec.spec;

import io.packetspec.packet.Match;

/**
 * What epoll_wait(2) must report of one descriptor.
 *
 * @param name of the descriptor, as written
 * @param data what the kernel reports of it: the descriptor, unless epoll_ctl(2) was told something else
 * @param events of a Long
 */
public record Ready(String name, long data, Match events) {
    @Override
    public String toString() {
        return "{socket: " + name + ", events: " + FlagMatch.text("EPOLL", events) + "}";
    }
}
