package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import io.packetspec.spec.Problem;

/** Why reading cannot go on at a place. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient At at;

    Refusal(At at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    Problem problem() {
        return new Problem(at, String.valueOf(getMessage()));
    }
}
