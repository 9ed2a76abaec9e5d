package io.packetspec.spec;

/** What must hold for a spec to be run; where it does not, the spec is skipped with the words of the probe. */
public record Requirement(At at, Kind kind, String subject) {
    public enum Kind {
        /** A comparison with the release, such as {@code >= 6.9}. */
        KERNEL,
        /** A capability of the running JVM, such as {@code CAP_SYS_ADMIN}. */
        CAPABILITY,
        /** A command on the PATH. */
        COMMAND,
        /** A sysctl that exists in a fresh namespace. */
        SYSCTL,
        /** A module that is loaded or built in, by name. */
        MODULE,
        /** A kind of interface that can be made, such as {@code vlan}, or {@code tun}. */
        DEVICE,
        /** A readable tracepoint, such as {@code skb:kfree_skb}. */
        TRACEPOINT
    }
}
