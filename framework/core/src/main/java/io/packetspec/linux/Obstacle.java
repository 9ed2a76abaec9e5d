package io.packetspec.linux;

import io.packetspec.abi.Errno;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words for why this JVM can build no lab: a sentence on what is in the way, and one on how to clear it. */
final class Obstacle {
    static final String CLONE = "kernel.unprivileged_userns_clone";
    static final String APPARMOR = "kernel.apparmor_restrict_unprivileged_userns";
    static final String USER_NAMESPACES = "user.max_user_namespaces";
    static final String NET_NAMESPACES = "user.max_net_namespaces";
    static final List<String> SYSCTLS = List.of(CLONE, USER_NAMESPACES, APPARMOR, NET_NAMESPACES);

    private static final String THROUGH_THE_LAUNCHER =
            "let Surefire start this JVM through ci/lab/bin/java (its parameter jvm), which enters a user namespace";
    private static final String OTHERWISE =
            "or run it as root, in a container with --cap-add SYS_ADMIN --cap-add NET_ADMIN.";

    /** What a lab needs, in order. */
    enum Step {
        UNSHARE,
        LOOPBACK,
        RAW_SOCKET,
        SYSCTL
    }

    /**
     * The first step that failed, and what may explain it.
     *
     * @param capable whether this JVM has CAP_SYS_ADMIN
     * @param filtered whether a seccomp filter is in place
     * @param sysctls the values of those of {@link #SYSCTLS} that this kernel has
     * @param userNamespace empty if a user namespace can be entered, otherwise the words of the refusal
     */
    record Facts(
            Step step,
            Errno errno,
            int user,
            boolean capable,
            boolean filtered,
            Map<String, String> sysctls,
            String userNamespace) {}

    private Obstacle() {}

    static String words(Facts facts) {
        return switch (facts.step()) {
            case UNSHARE -> noNamespace(facts);
            case LOOPBACK -> lacking(facts, "bringing up lo", "NET_ADMIN");
            case RAW_SOCKET -> lacking(facts, "opening a raw socket", "NET_RAW");
            case SYSCTL -> readOnly(facts);
        };
    }

    private static String noNamespace(Facts facts) {
        return switch (facts.errno().name()) {
            case "ENOSPC" -> usedUp(facts);
            case "EINVAL" -> notBuilt();
            default -> facts.capable() ? forbidden(facts) : unprivileged(facts);
        };
    }

    private static String usedUp(Facts facts) {
        return ("Network namespaces are used up: unshare(CLONE_NEWNET) failed with ENOSPC, and %s is %s."
                        + " Raise it as root: sysctl -w %s=65536.")
                .formatted(NET_NAMESPACES, facts.sysctls().getOrDefault(NET_NAMESPACES, "unknown"), NET_NAMESPACES);
    }

    private static String notBuilt() {
        return "This kernel has no network namespaces: unshare(CLONE_NEWNET) failed with EINVAL. Boot one that is built"
                + " with CONFIG_NET_NS.";
    }

    private static String forbidden(Facts facts) {
        return "This JVM has CAP_SYS_ADMIN, but unshare(CLONE_NEWNET) failed with %s: %s forbids it. %s."
                .formatted(
                        facts.errno(),
                        facts.filtered() ? "a seccomp filter" : "a security module or an outer container",
                        facts.filtered()
                                ? "Start the container with --security-opt seccomp=unconfined"
                                : "Start the container with --security-opt apparmor=unconfined or --privileged");
    }

    private static String unprivileged(Facts facts) {
        String who = facts.user() == 0 ? "root" : "user " + facts.user();
        String obstacle = ("This JVM may not make network namespaces (unshare(CLONE_NEWNET) failed with %s):"
                        + " it runs as %s, without CAP_SYS_ADMIN")
                .formatted(facts.errno(), who);
        if (facts.userNamespace().isEmpty()) {
            return obstacle + " and in no user namespace of its own. " + sentence(THROUGH_THE_LAUNCHER) + ", "
                    + OTHERWISE;
        }
        return switchedOff(facts)
                .map(key -> obstacle + switchedOff(facts, key))
                .orElseGet(() -> obstacle + refused(facts));
    }

    private static Optional<String> switchedOff(Facts facts) {
        Map<String, String> off = Map.of(CLONE, "0", USER_NAMESPACES, "0", APPARMOR, "1");
        return SYSCTLS.stream()
                .filter(key -> off.containsKey(key)
                        && off.get(key).equals(facts.sysctls().get(key)))
                .findFirst();
    }

    private static String switchedOff(Facts facts, String key) {
        String on = Map.of(CLONE, "1", USER_NAMESPACES, "65536", APPARMOR, "0").getOrDefault(key, "");
        return (", and user namespaces are off (%s is %s)." + " Switch them on as root (sysctl -w %s=%s) and %s, %s")
                .formatted(key, facts.sysctls().get(key), key, on, THROUGH_THE_LAUNCHER, OTHERWISE);
    }

    private static String refused(Facts facts) {
        return (", and may not enter a user namespace either (%s)%s. Run it as root, in a container with"
                        + " --cap-add SYS_ADMIN --cap-add NET_ADMIN or --security-opt seccomp=unconfined.")
                .formatted(facts.userNamespace(), facts.filtered() ? ": a seccomp filter is in place" : "");
    }

    private static String lacking(Facts facts, String what, String capability) {
        return ("This JVM may make network namespaces but not use them: %s in one failed with %s."
                        + " Give it CAP_%s, in a container with --cap-add %s.")
                .formatted(what, facts.errno(), capability, capability);
    }

    private static String readOnly(Facts facts) {
        return ("The sysctls of a new network namespace cannot be written: opening one failed with %s%s."
                        + " In a container, remount /proc/sys (mount -o remount,rw /proc/sys) or start it with"
                        + " --security-opt systempaths=unconfined.")
                .formatted(facts.errno(), facts.errno().name().equals("EROFS") ? ", for /proc/sys is read-only" : "");
    }

    private static String sentence(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }
}
