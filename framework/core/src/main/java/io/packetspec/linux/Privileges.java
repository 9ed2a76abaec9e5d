package io.packetspec.linux;

import io.packetspec.abi.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether this JVM can make network namespaces, and if not, what is in the way and how to clear it. */
public final class Privileges {
    private static final String WRAPPER = "start the JVM inside a user namespace: unshare --user --map-root-user --net"
            + " -- java …, or with ci/lab/bin/java";

    private Privileges() {}

    /** One sentence that names the obstacle and one with the remedy; empty if there is none. */
    public static Optional<String> obstacle() {
        AtomicReference<@Nullable Errno> errno = new AtomicReference<>();
        NetNs.initial(); // before the trial, which it must not be taken from
        Thread trial = new Thread(null, () -> errno.set(tryUnshare()), "namespace trial", 0, false);
        trial.start();
        joinUninterruptibly(trial);
        return Optional.ofNullable(errno.get()).map(Privileges::explain);
    }

    private static @Nullable Errno tryUnshare() {
        try {
            NetNs.unshare().close();
            return null;
        } catch (SystemCallException e) {
            return e.errno();
        }
    }

    private static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String explain(Errno errno) {
        return "This JVM cannot make network namespaces: unshare(CLONE_NEWNET) failed with " + errno + ". "
                + cause(errno);
    }

    private static String cause(Errno errno) {
        if (errno.name().equals("ENOSPC")) {
            return "The limit user.max_net_namespaces is reached: raise it with sysctl.";
        }
        if (errno.name().equals("EINVAL")) {
            return "The kernel is built without CONFIG_NET_NS: use one that has it.";
        }
        if (Capabilities.has("CAP_SYS_ADMIN")) {
            return "It has CAP_SYS_ADMIN, so a seccomp filter forbids it: in a container, run with"
                    + " --security-opt seccomp=unconfined.";
        }
        return "It lacks CAP_SYS_ADMIN: run it as root, or " + userNamespaces();
    }

    private static String userNamespaces() {
        if (is("kernel.unprivileged_userns_clone", "0")) {
            return "allow user namespaces with sysctl kernel.unprivileged_userns_clone=1 and then " + WRAPPER + ".";
        }
        if (is("user.max_user_namespaces", "0")) {
            return "allow user namespaces with sysctl user.max_user_namespaces=10000 and then " + WRAPPER + ".";
        }
        if (is("kernel.apparmor_restrict_unprivileged_userns", "1")) {
            return "allow user namespaces with sysctl kernel.apparmor_restrict_unprivileged_userns=0 and then "
                    + WRAPPER + ".";
        }
        if (isFiltered()) {
            return WRAPPER + "; a seccomp filter is on, which in a container takes --cap-add SYS_ADMIN or"
                    + " --security-opt seccomp=unconfined.";
        }
        return WRAPPER + ".";
    }

    private static boolean is(String sysctl, String value) {
        return Sysctl.exists(sysctl) && Sysctl.read(sysctl).equals(value);
    }

    private static boolean isFiltered() {
        try {
            return Files.readString(Path.of("/proc/thread-self/status")).contains("Seccomp:\t2");
        } catch (IOException e) {
            return false;
        }
    }
}
