package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Errno;
import io.packetspec.linux.Obstacle.Facts;
import io.packetspec.linux.Obstacle.Step;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Whether this JVM may do to the kernel what a lab needs, found out by doing it. */
public final class Privileges {
    private static final int CAP_SYS_ADMIN = 21;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x8_0000;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x8_0000;
    private static final int IPPROTO_ICMP = 1;
    private static final int SIOCSIFFLAGS = 0x8914;
    private static final int IFF_UP = 1;
    private static final int O_WRONLY_CLOEXEC = 1 | 0x8_0000;
    private static final String ANY_SYSCTL = "/proc/sys/net/ipv4/ip_forward";

    private Privileges() {}

    /** Empty if labs can be built; otherwise what is in the way, and how to clear it. Takes about a millisecond. */
    public static Optional<String> obstacle() {
        return attempt().map(failure -> Obstacle.words(facts(failure)));
    }

    private record Failure(Step step, Errno errno) {}

    /** On a thread that takes its namespace along when it ends. */
    private static Optional<Failure> attempt() {
        NetNs.initial(); // Before any thread of ours is elsewhere.
        FutureTask<Optional<Failure>> attempt = new FutureTask<>(Privileges::firstFailure);
        new Thread(null, attempt, "packetspec-privileges", 0, false).start();
        try {
            return attempt.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while trying what this JVM may do", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Optional<Failure> firstFailure() {
        for (Step step : Step.values()) {
            try {
                take(step);
            } catch (SystemCallException e) {
                return Optional.of(new Failure(step, e.errno()));
            }
        }
        return Optional.empty();
    }

    private static void take(Step step) {
        switch (step) {
            case UNSHARE -> NetNs.unshare().close();
            case LOOPBACK -> bringLoopbackUp();
            case RAW_SOCKET -> LIBC.close(opened(LIBC.socket(SocketAddress.AF_INET, SOCK_RAW_CLOEXEC, IPPROTO_ICMP)));
            case SYSCTL -> LIBC.close(opened(LIBC.open(ANY_SYSCTL, O_WRONLY_CLOEXEC, 0)));
        }
    }

    private static void bringLoopbackUp() {
        byte[] request = Ioctl.ifreq("lo");
        Native.wrap(request).putShort(Ioctl.IFNAMSIZ, (short) IFF_UP);
        int socket = opened(LIBC.socket(SocketAddress.AF_INET, SOCK_DGRAM_CLOEXEC, 0));
        try {
            Native.checked(LIBC.ioctl(socket, SIOCSIFFLAGS, request), "ioctl(SIOCSIFFLAGS, lo)");
        } finally {
            LIBC.close(socket);
        }
    }

    private static int opened(int descriptor) {
        return Native.checked(descriptor, "open");
    }

    private static Facts facts(Failure failure) {
        return new Facts(
                failure.step(),
                failure.errno(),
                ProcessStatus.effectiveUser(),
                ProcessStatus.hasCapability(CAP_SYS_ADMIN),
                ProcessStatus.isFiltered(),
                sysctls(),
                userNamespace());
    }

    private static Map<String, String> sysctls() {
        Map<String, String> values = new LinkedHashMap<>();
        Obstacle.SYSCTLS.stream().filter(Sysctl::exists).forEach(key -> values.put(key, Sysctl.read(key)));
        return values;
    }

    /** Empty if one can be entered, which takes a process with one thread; else the words of the refusal. */
    private static String userNamespace() {
        List<String> attempt = List.of("unshare", "--user", "--map-root-user", "--net", "true");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        try (Streams streams = Streams.reading(null);
                Child child = Spawn.start(attempt, Path.of(""), streams, false)) {
            Command.Result result = Command.result(child, streams, deadline);
            String words = result.errors().strip();
            return result.status() == 0
                    ? ""
                    : words.isEmpty() ? "unshare --user ended with status " + result.status() : words;
        } catch (SystemCallException e) {
            return e.getMessage();
        }
    }
}
