package io.packetspec.spec.yaml;

import io.packetspec.spec.Topology.Prefix;
import io.packetspec.spec.yaml.DeviceDraft.Below;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which interfaces of a lab are made of which others. */
final class Stacks {
    /** Of an outer IP header, UDP, VXLAN and Ethernet: RFC 7348 section 5. */
    private static final int VXLAN_IPV4 = 50;

    private static final int VXLAN_IPV6 = 70;
    private static final int DEFAULT_MTU = 1500;

    private final List<InterfaceDraft> drafts;
    private final Scope scope;

    Stacks(List<InterfaceDraft> drafts, Scope scope) {
        this.drafts = drafts;
        this.scope = scope;
        Set<String> ports = new HashSet<>();
        drafts.stream().filter(draft -> draft.device() != null).forEach(draft -> check(draft, ports));
    }

    private void check(InterfaceDraft draft, Set<String> ports) {
        DeviceDraft device = draft.device();
        device.below().forEach(below -> known(draft, below));
        for (Below port : device.ports()) {
            find(draft.host(), port.name())
                    .filter(found -> !found.addresses().isEmpty())
                    .ifPresent(found -> scope.problem(
                            port.at(),
                            found.path() + " is a port of " + draft.name() + ": its addresses are the bridge's"));
            if (!ports.add(draft.host() + "." + port.name())) {
                scope.problem(port.at(), draft.host() + "." + port.name() + " is a port already");
            }
        }
    }

    private void known(InterfaceDraft draft, Below below) {
        List<String> others = drafts.stream()
                .filter(other -> other.host().equals(draft.host()) && other != draft)
                .map(InterfaceDraft::name)
                .toList();
        if (!others.contains(below.name())) {
            scope.problem(below.at(), Suggestion.unknown("interface", below.name(), " of " + draft.host(), others));
        } else if (isUnder(draft, below.name(), new HashSet<>())) {
            scope.problem(below.at(), draft.path() + " is made of itself");
        }
    }

    private boolean isUnder(InterfaceDraft draft, String name, Set<String> seen) {
        return seen.add(name)
                && find(draft.host(), name).filter(found -> found.device() != null).stream()
                        .flatMap(found -> found.device().below().stream())
                        .anyMatch(below -> below.name().equals(draft.name()) || isUnder(draft, below.name(), seen));
    }

    private Optional<InterfaceDraft> find(String host, String name) {
        return drafts.stream()
                .filter(draft -> draft.host().equals(host) && draft.name().equals(name))
                .findFirst();
    }

    /** The interface that is made of this one and listens in its place; itself, if there is none. */
    InterfaceDraft top(InterfaceDraft below) {
        return drafts.stream()
                .filter(draft -> draft.host().equals(below.host()) && draft.device() != null && draft != below)
                .filter(draft -> draft.device().hasPort(below) || isMacvlanOn(below, draft))
                .findFirst()
                .orElse(below);
    }

    private static boolean isMacvlanOn(InterfaceDraft below, InterfaceDraft draft) {
        Below lower = draft.device().lower();
        List<Prefix> own = below.addresses();
        return draft.device().kind().equals("macvlan")
                && lower != null
                && lower.name().equals(below.name())
                && own.isEmpty()
                && !draft.addresses().isEmpty();
    }

    /** As written; otherwise what the interfaces below leave. */
    int mtu(InterfaceDraft draft) {
        if (draft.mtu() != 0) {
            return draft.mtu();
        }
        DeviceDraft device = draft.device();
        int below = device == null
                ? DEFAULT_MTU
                : device.below().stream()
                        .flatMap(lower -> find(draft.host(), lower.name()).stream())
                        .filter(lower -> !lower.equals(draft) && !isUnder(draft, lower.name(), new HashSet<>()))
                        .mapToInt(this::mtu)
                        .min()
                        .orElse(DEFAULT_MTU);
        boolean tunnel = device != null && device.kind().equals("vxlan");
        return tunnel ? below - overhead(draft, device) : below;
    }

    private int overhead(InterfaceDraft draft, DeviceDraft device) {
        Below lower = device.lower();
        boolean ipv6 = lower == null
                || find(draft.host(), lower.name()).stream()
                        .map(this::top)
                        .flatMap(found -> found.addresses().stream())
                        .anyMatch(prefix -> prefix.address().isIpv6());
        return ipv6 ? VXLAN_IPV6 : VXLAN_IPV4;
    }
}
