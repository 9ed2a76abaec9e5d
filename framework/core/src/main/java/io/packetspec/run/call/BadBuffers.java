package io.packetspec.run.call;

import io.packetspec.linux.NullBuffers;
import io.packetspec.linux.Sockets.Result;
import java.util.function.Supplier;

/** Calls whose buffer is a null pointer. */
final class BadBuffers {
    private BadBuffers() {}

    static Supplier<Result> sending(String name, int fd, int size, Arguments given) {
        int flags = given.number("flags", 0);
        return switch (name) {
            case "write" -> () -> NullBuffers.write(fd, size);
            case "send" -> () -> NullBuffers.send(fd, size, flags);
            case "sendto" -> {
                byte[] to = given.address("to").orElseThrow();
                yield () -> NullBuffers.sendto(fd, size, flags, to);
            }
            default -> throw new IllegalStateException(name + " has no single buffer");
        };
    }

    static Supplier<Result> receiving(String name, int fd, int size, int flags) {
        return switch (name) {
            case "read" -> () -> NullBuffers.read(fd, size);
            case "recv" -> () -> NullBuffers.recv(fd, size, flags);
            case "recvfrom" -> () -> NullBuffers.recvfrom(fd, size, flags);
            default -> throw new IllegalStateException(name + " has no single buffer");
        };
    }
}
