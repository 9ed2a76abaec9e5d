package io.packetspec.linux.netlink;

import org.jspecify.annotations.Nullable;

/**
 * A rule of ip-rule(8): which table is looked at for which packets. What is null or 0 matches everything.
 *
 * @param action {@code FR_ACT_…}; 0: the table is looked at
 */
public record Rule(
        boolean ipv6,
        byte @Nullable [] from,
        int fromLength,
        byte @Nullable [] to,
        int toLength,
        int mark,
        @Nullable String iif,
        int table,
        int priority,
        int action)
        implements Entry {
    private static final int RTM_NEWRULE = 32;
    private static final int FRA_DST = 1;
    private static final int FRA_SRC = 2;
    private static final int FRA_IIFNAME = 3;
    private static final int FRA_PRIORITY = 6;
    private static final int FRA_FWMARK = 10;
    private static final int FRA_TABLE = 15;
    private static final int FR_ACT_TO_TBL = 1;

    @Override
    public String what() {
        return "rule " + priority;
    }

    @Override
    public int type() {
        return RTM_NEWRULE;
    }

    @Override
    public void write(Message out, boolean removed) {
        out.octets(Entry.family(ipv6), to == null ? 0 : toLength, from == null ? 0 : fromLength, 0);
        out.octets(0, 0, 0, action == 0 ? FR_ACT_TO_TBL : action);
        out.word(0);
        if (to != null) {
            out.attribute(FRA_DST, to);
        }
        if (from != null) {
            out.attribute(FRA_SRC, from);
        }
        if (iif != null) {
            out.attribute(FRA_IIFNAME, iif);
        }
        if (mark != 0) {
            out.attribute(FRA_FWMARK, mark);
        }
        if (table != 0) {
            out.attribute(FRA_TABLE, table);
        }
        if (priority != 0) {
            out.attribute(FRA_PRIORITY, priority);
        }
    }
}
