package io.packetspec.spec;

import org.jspecify.annotations.Nullable;

/** A spec that cannot be run as it is written, at the place that says so. */
public final class SpecException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient At at;

    public SpecException(At at, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.at = at;
    }

    public At at() {
        return at;
    }
}
