package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;

/** What happens, and when. */
public record Event(At at, When when, Action action) {
    @Override
    public String toString() {
        return when + (action instanceof Call call ? call.end() : "") + " " + action;
    }
}
