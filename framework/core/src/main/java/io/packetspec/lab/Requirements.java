package io.packetspec.lab;

import java.util.Optional;

public final class Requirements {
    private Requirements() {}

    public static Optional<String> kernel(String s) {
        return Optional.empty();
    }

    public static Optional<String> capability(String s) {
        return Optional.empty();
    }

    public static Optional<String> command(String s) {
        return Optional.of("no " + s);
    }

    public static Optional<String> sysctl(String s) {
        return Optional.empty();
    }

    public static Optional<String> module(String s) {
        return Optional.empty();
    }

    public static Optional<String> tracepoint(String s) {
        return Optional.empty();
    }
}
