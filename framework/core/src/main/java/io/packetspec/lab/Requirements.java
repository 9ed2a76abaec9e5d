package io.packetspec.lab;

import io.packetspec.abi.Constants;
import io.packetspec.linux.ProcessStatus;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a spec may ask of the machine: empty where it holds, otherwise why it does not.
 *
 * <p>All throw IllegalArgumentException, saying what is legal, where the question itself is malformed.
 */
public final class Requirements {
    private static final Release KERNEL = Release.of(Release.RUNNING);
    private static final String DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final Pattern SYSCTL = Pattern.compile("[\\w-]+([./][\\w-]+)+");
    private static final Pattern MODULE = Pattern.compile("[\\w-]+");
    private static final Pattern DEVICE = Pattern.compile("[\\w-]{1,15}");
    private static final Pattern TRACEPOINT = Pattern.compile("\\w+:\\w+");

    private Requirements() {}

    /**
     * Such as {@code >= 6.9} or {@code > 5, != 6.1}. The running release is compared as far as the given one goes: 6.9.3
     * is = 6.9 and not > 6.9.
     */
    public static Optional<String> kernel(String comparisons) {
        return KERNEL.failing(comparisons).map(failing -> "kernel " + KERNEL + " is not " + failing);
    }

    /** Whether this JVM has the capability, such as {@code CAP_NET_ADMIN}. */
    public static Optional<String> capability(String name) {
        long number = Constants.value(name)
                .filter(known -> name.startsWith("CAP_"))
                .orElseThrow(() -> malformed(name, "capability", String.join(", ", Constants.names("CAP_"))));
        return unless(ProcessStatus.hasCapability(number), "this JVM runs without " + name);
    }

    /** Whether there is such a command on the PATH, or all of several parted by blanks or commas. */
    public static Optional<String> command(String names) {
        List<String> each = Arrays.stream(names.split("[\\s,]+"))
                .filter(name -> !name.isEmpty())
                .toList();
        if (each.isEmpty()) {
            throw malformed(names, "command", "tc, or several names parted by blanks or commas");
        }
        List<String> missing = each.stream().filter(name -> !isExecutable(name)).toList();
        String what = missing.size() == 1 ? "command " : "commands ";
        return unless(missing.isEmpty(), what + String.join(", ", missing) + " not found on the PATH");
    }

    private static boolean isExecutable(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse(DEFAULT_PATH);
        return Arrays.stream(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory).resolve(name))
                .anyMatch(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }

    /** Whether a fresh network namespace has the sysctl. */
    public static Optional<String> sysctl(String key) {
        require(SYSCTL, key, "sysctl", "net.ipv4.tcp_ecn");
        return unless(FreshNamespace.hasSysctl(key), "a network namespace of this kernel has no sysctl " + key);
    }

    /** Whether the module is loaded or built in. */
    public static Optional<String> module(String name) {
        require(MODULE, name, "module", "sch_netem");
        return Modules.missing(name);
    }

    /** Whether an interface of this kind can be made, such as {@code vlan}; {@code tun} by way of its own device. */
    public static Optional<String> device(String kind) {
        require(DEVICE, kind, "kind of interface", "vlan");
        return FreshNamespace.deviceObstacle(kind);
    }

    /** Whether the tracepoint can be read. */
    public static Optional<String> tracepoint(String name) {
        require(TRACEPOINT, name, "tracepoint", "skb:kfree_skb");
        return Tracepoints.unreadable(name);
    }

    private static Optional<String> unless(boolean holds, String words) {
        return holds ? Optional.empty() : Optional.of(words);
    }

    private static void require(Pattern pattern, String text, String what, String example) {
        if (!pattern.matcher(text).matches()) {
            throw malformed(text, what, "something like " + example);
        }
    }

    private static IllegalArgumentException malformed(String text, String what, String legal) {
        return new IllegalArgumentException("'" + text + "' names no " + what + "; legal: " + legal);
    }
}
