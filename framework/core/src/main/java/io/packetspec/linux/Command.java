package io.packetspec.linux;

import java.time.Duration;
import java.util.List;

public final class Command {
    private Command() {}

    public record Result(int status, String output, String errors, boolean timedOut) {}

    public static Result run(List<String> c, Duration t) {
        return new Result(0, "", "", false);
    }
}
