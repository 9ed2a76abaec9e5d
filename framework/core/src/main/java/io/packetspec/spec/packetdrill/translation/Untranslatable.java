package io.packetspec.spec.packetdrill.translation;

import io.packetspec.spec.At;
import io.packetspec.spec.Problem;

/** Something in a script that is not understood, or not supported: it must never pass. */
final class Untranslatable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    Untranslatable(At at, String message) {
        super(message);
        this.problem = new Problem(at, message);
    }

    Problem problem() {
        return problem;
    }
}
