package io.packetspec.run.plan;

import io.packetspec.lab.Plan.EntryPlan;
import io.packetspec.linux.netlink.Entry;
import io.packetspec.linux.netlink.InterfaceAddress;
import io.packetspec.linux.netlink.Neighbour;
import io.packetspec.linux.netlink.Route;
import io.packetspec.linux.netlink.Rule;
import io.packetspec.spec.Family;
import io.packetspec.spec.TableEntry;
import io.packetspec.spec.Topology.Prefix;
import org.jspecify.annotations.Nullable;

/** Routes, rules, neighbours and addresses as the kernel is told of them. */
public final class TableEntries {
    private TableEntries() {}

    static EntryPlan plan(TableEntry entry) {
        // A rule names its interface by its name.
        return new EntryPlan(entry instanceof TableEntry.Rule ? null : entry.dev(), index -> of(entry, index));
    }

    /** @param index of the interface that it speaks of; 0 if it speaks of none */
    public static Entry of(TableEntry entry, int index) {
        if (entry instanceof TableEntry.Route route) {
            return route(route, index);
        } else if (entry instanceof TableEntry.Rule rule) {
            return rule(rule);
        } else if (entry instanceof TableEntry.Neighbour neighbour) {
            byte[] mac = Plans.octetsOf(neighbour.mac());
            return new Neighbour(Plans.octets(neighbour.to()), mac, index, neighbour.state());
        }
        Prefix prefix = ((TableEntry.InterfaceAddress) entry).prefix();
        return new InterfaceAddress(index, Plans.octets(prefix.address()), prefix.length());
    }

    private static Route route(TableEntry.Route route, int index) {
        return new Route(
                route.family() == Family.IPV6,
                address(route.to()),
                length(route.to()),
                Plans.octetsOf(route.via()),
                index,
                route.table(),
                route.type(),
                route.metric(),
                Plans.octetsOf(route.src()),
                route.mtu(),
                route.onlink(),
                route.scope());
    }

    private static Rule rule(TableEntry.Rule rule) {
        return new Rule(
                rule.family() == Family.IPV6,
                address(rule.from()),
                length(rule.from()),
                address(rule.to()),
                length(rule.to()),
                rule.mark(),
                rule.dev(),
                rule.table(),
                rule.priority(),
                rule.action());
    }

    private static byte @Nullable [] address(@Nullable Prefix prefix) {
        return prefix == null ? null : Plans.octets(prefix.address());
    }

    private static int length(@Nullable Prefix prefix) {
        return prefix == null ? 0 : prefix.length();
    }
}
