package io.packetspec.spec;

/** What is wrong with a spec file, where, and what would be right there. */
public record Problem(At at, String message) {
    @Override
    public String toString() {
        return at + ": " + message;
    }
}
