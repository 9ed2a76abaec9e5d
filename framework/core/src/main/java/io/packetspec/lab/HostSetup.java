package io.packetspec.lab;

import io.packetspec.lab.Cabling.Port;
import io.packetspec.lab.Plan.AddressPlan;
import io.packetspec.lab.Plan.HostPlan;
import io.packetspec.lab.Plan.RoutePlan;
import io.packetspec.linux.Offloads;
import io.packetspec.linux.Sysctl;
import io.packetspec.linux.netlink.Batch;
import io.packetspec.linux.netlink.Rtnetlink;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;

/** A host while it is built. Netlink goes from the builder's thread; sysctls need the host's own. */
final class HostSetup {
    private static final int LOOPBACK = 1;
    private static final int MIN_MTU_OF_IPV6 = 1280;
    private static final String DISABLE_IPV6 = "net.ipv6.conf.%s.disable_ipv6";

    private final HostPlan plan;
    private final List<Port> ports;
    private final Host host;
    private final Rtnetlink rtnetlink;

    HostSetup(HostPlan plan, List<Port> ports, Host host) throws Exception {
        this.plan = plan;
        this.ports = ports;
        this.host = host;
        this.rtnetlink = host.call(this::prepare);
    }

    private Rtnetlink prepare() {
        Quiet.prepareHost();
        writeSysctls(key -> !namesInterface(key));
        return Rtnetlink.open("host " + plan.name());
    }

    Host host() {
        return host;
    }

    HostPlan plan() {
        return plan;
    }

    Rtnetlink rtnetlink() {
        return rtnetlink;
    }

    /** Once the interfaces exist. */
    void address() throws Exception {
        Batch batch = new Batch().up(LOOPBACK);
        for (Port port : ports) {
            if (hasIpv6(port)) {
                batch.address(port.index(), LinkLocal.of(port.plan().mac()), LinkLocal.PREFIX);
            }
            addresses(port).forEach(a -> batch.address(port.index(), a.address(), a.prefixLength()));
        }
        if (plan.sysctls().keySet().stream().anyMatch(this::namesInterface)) {
            host.call(() -> writeSysctls(this::namesInterface));
        }
        rtnetlink.apply(batch);
        ports.forEach(port -> Offloads.disable(rtnetlink.socket(), port.plan().name()));
    }

    /** Whether the kernel has joined the multicast groups of its addresses, which it leaves to a worker. */
    boolean isAddressed() {
        return !rtnetlink.hasTentativeAddress();
    }

    void up() {
        Batch batch = new Batch();
        ports.forEach(port -> batch.up(port.index()));
        rtnetlink.apply(batch);
    }

    boolean isOperational() {
        return ports.stream().allMatch(port -> rtnetlink.isOperational(port.index()));
    }

    /** Once every interface carries frames. */
    void settle(Neighbours neighbours) throws Exception {
        Batch batch = new Batch();
        ports.forEach(port -> neighbours.add(batch, port, hasIpv6(port)));
        plan.routes().forEach(route -> addRoute(batch, route));
        rtnetlink.apply(batch);
        host.call(this::restore);
    }

    private boolean restore() {
        Quiet.restoreMld(
                ports.stream().filter(this::hasIpv6).map(p -> p.plan().name()).toList());
        return writeSysctls(key -> key.contains("mld"));
    }

    private static void addRoute(Batch batch, RoutePlan route) {
        AddressPlan to = route.to();
        batch.route(to == null ? null : to.address(), to == null ? 0 : to.prefixLength(), route.via());
    }

    /** Not with an MTU too small for it, nor where a sysctl disables it: IPv6 addresses are left out then. */
    boolean hasIpv6(Port port) {
        return port.plan().mtu() >= MIN_MTU_OF_IPV6
                && List.of("all", "default", port.plan().name()).stream()
                        .noneMatch(scope -> "1".equals(plan.sysctls().get(DISABLE_IPV6.formatted(scope))));
    }

    private List<AddressPlan> addresses(Port port) {
        return port.plan().addresses().stream()
                .filter(address -> address.address().length == 4 || hasIpv6(port))
                .toList();
    }

    /** Whether a key such as net.ipv4.conf.eth0.rp_filter speaks of an interface of this host. */
    private boolean namesInterface(String key) {
        String[] parts = key.split("[./]");
        return parts.length > 4
                && ports.stream().anyMatch(port -> port.plan().name().equals(parts[3]));
    }

    private boolean writeSysctls(Predicate<String> which) {
        try {
            plan.sysctls().entrySet().stream()
                    .filter(entry -> which.test(entry.getKey()))
                    .forEach(entry -> Sysctl.write(entry.getKey(), entry.getValue()));
            return true;
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException("host " + plan.name() + ": " + e.getMessage(), e.getCause());
        }
    }

    /** What only building needs. */
    void close() {
        rtnetlink.close();
    }
}
