package io.packetspec.abi;

import java.util.List;

/** The reasons for which the kernel sends a TCP reset: enum sk_rst_reason, include/net/rstreason.h. */
public final class ResetReason {
    private static final List<String> NAMES =
            Table.rows("reset-reason.table").stream().map(row -> row.get(0)).toList();

    private ResetReason() {}

    /** Without SK_RST_REASON_. */
    public static List<String> names() {
        return NAMES;
    }
}
