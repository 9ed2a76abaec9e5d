package io.packetspec.lab;

import io.packetspec.linux.Capabilities;
import io.packetspec.linux.NetNs;
import io.packetspec.linux.Sysctl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** Probes of what a spec requires: each answers why it does not hold, or nothing if it does. */
public final class Requirements {
    private static final Map<String, Boolean> SYSCTLS = new ConcurrentHashMap<>();

    private Requirements() {}

    /** @param comparison such as {@code >= 6.9}; of the release as many numbers count as it has */
    public static Optional<String> kernel(String comparison) {
        String release = Sysctl.read("kernel.osrelease");
        return KernelComparison.parse(comparison).holds(release)
                ? Optional.empty()
                : Optional.of("needs kernel " + comparison + ", this is " + release);
    }

    /** Of the calling thread. */
    public static Optional<String> capability(String name) {
        return because(Capabilities.has(name), "needs " + name + ", which this JVM does not have");
    }

    public static Optional<String> command(String name) {
        boolean found = Stream.of(
                        System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory).resolve(name)));
        return because(found, "needs the command " + name + ", which is not on the PATH");
    }

    /** In a fresh namespace: many are there in the initial one only. */
    public static Optional<String> sysctl(String key) {
        boolean exists = SYSCTLS.computeIfAbsent(key, Requirements::existsInFreshNamespace);
        return because(exists, "needs the sysctl " + key + ", which this kernel does not have in a fresh namespace");
    }

    private static boolean existsInFreshNamespace(String key) {
        FutureTask<Boolean> look = new FutureTask<>(() -> {
            NetNs.unshare().close();
            return Sysctl.exists(key);
        });
        new Thread(null, look, "sysctl probe", 0, false).start();
        return Waiting.forResultOf(look);
    }

    public static Optional<String> module(String name) {
        boolean there = Files.exists(Path.of("/sys/module", name.replace('-', '_'))) || isBuiltIn(name);
        return because(there, "needs the module " + name + ", which is neither loaded nor built in");
    }

    private static boolean isBuiltIn(String name) {
        Path list = Path.of("/lib/modules", Sysctl.read("kernel.osrelease"), "modules.builtin");
        if (!Files.isReadable(list)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(list)) {
            String wanted = name.replace('-', '_') + ".ko";
            return lines.map(line -> line.substring(line.lastIndexOf('/') + 1).replace('-', '_'))
                    .anyMatch(wanted::equals);
        } catch (IOException e) {
            return false;
        }
    }

    /** @param name such as {@code skb:kfree_skb} */
    public static Optional<String> tracepoint(String name) {
        boolean readable = Stream.of("/sys/kernel/tracing", "/sys/kernel/debug/tracing")
                .map(root -> Path.of(root, "events", name.replace(':', '/'), "id"))
                .anyMatch(Files::isReadable);
        return because(readable, "needs the tracepoint " + name + ", which cannot be read here");
    }

    private static Optional<String> because(boolean holds, String otherwise) {
        return holds ? Optional.empty() : Optional.of(otherwise);
    }
}
