package io.packetspec.abi;

import java.util.List;

/** The reasons for which the kernel drops a packet: enum skb_drop_reason, include/net/dropreason-core.h. */
public final class DropReason {
    private static final List<String> NAMES =
            Table.rows("drop-reason.table").stream().map(row -> row.get(0)).toList();

    private DropReason() {}

    /** Without SKB_DROP_REASON_. */
    public static List<String> names() {
        return NAMES;
    }
}
