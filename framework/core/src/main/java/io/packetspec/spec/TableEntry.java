package io.packetspec.spec;

import io.packetspec.packet.Address;
import io.packetspec.spec.Topology.Prefix;
import org.jspecify.annotations.Nullable;

/** What the tables of a host can hold beside its interfaces. What is null or 0 is left to the kernel. */
public sealed interface TableEntry {
    At at();

    /** The interface that it speaks of, or null. */
    @Nullable
    String dev();

    /**
     * A route, ip-route(8).
     *
     * @param to null: everything
     * @param type {@code RTN_…}
     * @param scope {@code RT_SCOPE_…}
     */
    record Route(
            At at,
            Family family,
            @Nullable Prefix to,
            @Nullable Address via,
            @Nullable String dev,
            int table,
            int type,
            int metric,
            @Nullable Address src,
            int mtu,
            boolean onlink,
            @Nullable Integer scope)
            implements TableEntry {}

    /**
     * A rule, ip-rule(8).
     *
     * @param action {@code FR_ACT_…}
     */
    record Rule(
            At at,
            Family family,
            @Nullable Prefix from,
            @Nullable Prefix to,
            int mark,
            @Nullable String dev,
            int table,
            int priority,
            int action)
            implements TableEntry {}

    /** A neighbour, ip-neighbour(8); the state is one of {@code NUD_…}. */
    record Neighbour(At at, Address to, @Nullable Address mac, String dev, int state) implements TableEntry {}

    /** An address of an interface. */
    record InterfaceAddress(At at, String dev, Prefix prefix) implements TableEntry {}
}
