package io.packetspec.lab;

import io.packetspec.linux.NetNs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this JVM holds, and a namespace of one's own to try things in. */
public final class Namespaces {
    private Namespaces() {}

    /** Runs this on a thread in a fresh namespace. */
    public static <T> T inFresh(Callable<T> task) throws Exception {
        NetNs.initial();
        FutureTask<T> inside = new FutureTask<>(() -> {
            NetNs.unshare().close();
            return task.call();
        });
        new Thread(null, inside, "fresh namespace", 0, false).start();
        return inside.get();
    }

    /** The network namespaces that a thread of this JVM is in. */
    static Set<String> inhabited() {
        return list("/proc/self/task").stream()
                .map(task -> target(task.resolve("ns/net")))
                .filter(target -> target.startsWith("net:"))
                .collect(Collectors.toSet());
    }

    /** What is open, without numbers: descriptors of namespaces by name, sockets as such. */
    static List<String> descriptors() {
        return list("/proc/self/fd").stream()
                .map(Namespaces::target)
                .filter(target -> target.startsWith("net:") || target.startsWith("socket:"))
                .map(target -> target.startsWith("socket:") ? "socket" : target)
                .sorted()
                .toList();
    }

    private static List<Path> list(String directory) {
        try (Stream<Path> entries = Files.list(Path.of(directory))) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing if it has gone meanwhile. */
    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
