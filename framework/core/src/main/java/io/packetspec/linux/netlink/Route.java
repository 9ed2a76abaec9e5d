package io.packetspec.linux.netlink;

import org.jspecify.annotations.Nullable;

/**
 * A route, rtnetlink(7). What is 0 or null is left to the kernel, as ip-route(8) leaves it.
 *
 * @param to null: everything
 * @param dev an interface's index
 * @param kind {@code RTN_…}
 * @param scope {@code RT_SCOPE_…}; null: the one that goes with the type and the gateway
 */
public record Route(
        boolean ipv6,
        byte @Nullable [] to,
        int length,
        byte @Nullable [] via,
        int dev,
        int table,
        int kind,
        int metric,
        byte @Nullable [] src,
        int mtu,
        boolean onLink,
        @Nullable Integer scope)
        implements Entry {
    private static final int RTM_NEWROUTE = 24;
    private static final int RTA_DST = 1;
    private static final int RTA_OIF = 4;
    private static final int RTA_GATEWAY = 5;
    private static final int RTA_PRIORITY = 6;
    private static final int RTA_PREFSRC = 7;
    private static final int RTA_METRICS = 8;
    private static final int RTA_TABLE = 15;
    private static final int RTAX_MTU = 2;
    private static final int RTNH_F_ONLINK = 4;
    private static final int RT_TABLE_MAIN = 254;
    private static final int RT_TABLE_LOCAL = 255;
    private static final int RTPROT_STATIC = 4;
    private static final int RTN_UNICAST = 1;
    private static final int RTN_LOCAL = 2;
    private static final int SCOPE_UNIVERSE = 0;
    private static final int SCOPE_LINK = 253;
    private static final int SCOPE_HOST = 254;
    private static final int SCOPE_NOWHERE = 255;

    @Override
    public String what() {
        return "route " + Entry.text(to) + (to == null ? "" : "/" + length)
                + (via == null ? "" : " via " + Entry.text(via));
    }

    @Override
    public int type() {
        return RTM_NEWROUTE;
    }

    @Override
    public void write(Message out, boolean removed) {
        out.octets(Entry.family(ipv6), to == null ? 0 : length, 0, 0);
        out.octets(0, removed ? 0 : RTPROT_STATIC, removed && scope == null ? SCOPE_NOWHERE : scopeOf(), kind);
        out.word(onLink ? RTNH_F_ONLINK : 0);
        out.attribute(RTA_TABLE, tableOf());
        address(out, RTA_DST, to);
        address(out, RTA_GATEWAY, via);
        address(out, RTA_PREFSRC, src);
        number(out, RTA_OIF, dev);
        number(out, RTA_PRIORITY, metric);
        if (mtu != 0) {
            out.nest(RTA_METRICS, () -> out.attribute(RTAX_MTU, mtu));
        }
    }

    private int tableOf() {
        return table != 0 ? table : kind == RTN_LOCAL ? RT_TABLE_LOCAL : RT_TABLE_MAIN;
    }

    private int scopeOf() {
        if (scope != null) {
            return scope;
        }
        boolean direct = kind == RTN_UNICAST && via == null && !ipv6;
        return kind == RTN_LOCAL ? SCOPE_HOST : direct ? SCOPE_LINK : SCOPE_UNIVERSE;
    }

    private static void address(Message out, int type, byte @Nullable [] value) {
        if (value != null) {
            out.attribute(type, value);
        }
    }

    private static void number(Message out, int type, int value) {
        if (value != 0) {
            out.attribute(type, value);
        }
    }
}
