package io.packetspec.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step changes of a host in mid-run. */
public sealed interface HostChange {
    /** Interfaces; what is null of one stays as it is. */
    record Links(List<Link> links) implements HostChange {}

    record Link(String dev, @Nullable Boolean up, @Nullable Integer mtu) {}

    enum Operation {
        ADD,
        REPLACE,
        DEL
    }

    /** An entry of a table. */
    record Entry(Operation operation, TableEntry entry) implements HostChange {}

    /** An nftables ruleset that is added to what is there. */
    record Ruleset(Value<String> text) implements HostChange {}
}
