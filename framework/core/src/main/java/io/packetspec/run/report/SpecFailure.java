package io.packetspec.run.report;

import io.packetspec.spec.At;
import org.jspecify.annotations.Nullable;

/** Why a spec failed, at the step that says so. Its stack trace is the spec's line. */
public final class SpecFailure extends AssertionError {
    private static final long serialVersionUID = 1L;
    private final transient At at;

    public SpecFailure(At at, String message, @Nullable Throwable cause) {
        this(at, at + ": " + message, cause, at.frame());
    }

    private SpecFailure(At at, String message, @Nullable Throwable cause, StackTraceElement frame) {
        super(message, cause);
        this.at = at;
        setStackTrace(new StackTraceElement[] {frame});
    }

    public At at() {
        return at;
    }

    /** The failure's first line. */
    public String summary() {
        return getMessage().lines().findFirst().orElse("");
    }

    /** What it says without its place. */
    public String message() {
        return getMessage().substring((at + ": ").length());
    }

    /** The same failure with more to say. */
    public SpecFailure with(String more) {
        return new SpecFailure(at, getMessage() + more, getCause(), at.frame());
    }
}
