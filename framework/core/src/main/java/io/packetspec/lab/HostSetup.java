package io.packetspec.lab;

import io.packetspec.lab.Cabling.Port;
import io.packetspec.lab.Plan.AddressPlan;
import io.packetspec.lab.Plan.DevicePlan;
import io.packetspec.lab.Plan.HostPlan;
import io.packetspec.linux.Offloads;
import io.packetspec.linux.Sysctl;
import io.packetspec.linux.netlink.Batch;
import io.packetspec.linux.netlink.Rtnetlink;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A host while it is built, from the builder's thread: it visits the namespace for what netlink cannot do. */
final class HostSetup {
    private static final int LOOPBACK = 1;
    private static final int MIN_MTU_OF_IPV6 = 1280;
    private static final String DISABLE_IPV6 = "net.ipv6.conf.%s.disable_ipv6";

    private final HostPlan plan;
    private final List<Port> ports;
    private final Cabling cabling;
    private final Host host;
    private final Rtnetlink rtnetlink;

    HostSetup(HostPlan plan, Cabling cabling, Host host) {
        this.plan = plan;
        this.cabling = cabling;
        this.ports = cabling.ports(plan);
        this.host = host;
        ports.forEach(port -> host.know(port.plan().name(), port.index()));
        this.rtnetlink = host.namespace().visited(this::prepare);
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
    void address() {
        Batch batch = new Batch().up(LOOPBACK);
        if (needsDummy()) {
            batch.address(LOOPBACK, Plan.DUMMY, Plan.DUMMY.length * Byte.SIZE);
        }
        ports.stream()
                .filter(this::isTun)
                .forEach(port -> batch.tun(port.index(), port.plan().mtu()));
        for (Port port : ports) {
            if (hasIpv6(port)) {
                batch.address(port.index(), LinkLocal.of(port.plan().mac()), LinkLocal.PREFIX);
            }
            addresses(port).forEach(a -> batch.address(port.index(), a.address(), a.prefixLength()));
        }
        host.namespace().visited(this::ofInterfaces);
        rtnetlink.apply(batch);
        ports.forEach(this::setOffloads);
    }

    /** An interface that is made of others may have none of those that are turned off unasked. */
    private void setOffloads(Port port) {
        Map<String, Boolean> said = port.plan().offloads();
        Set<String> off = isTun(port) && said.isEmpty() ? Offloads.OF_TUN : Offloads.OF_CARD;
        Offloads.set(rtnetlink.socket(), port.plan().name(), off, said, port.isDevice());
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
        return ports.stream().filter(this::hasCarrier).allMatch(port -> rtnetlink.isOperational(port.index()));
    }

    /** The state of a tunnel stays unknown. */
    private boolean hasCarrier(Port port) {
        DevicePlan device = port.plan().device();
        return device == null ? !isTun(port) : !device.kind().name().equals("vxlan");
    }

    private boolean isTun(Port port) {
        return cabling.wires().stream().anyMatch(wire -> wire.isLayer3() && wire.port() == port);
    }

    private boolean needsDummy() {
        return cabling.wires().stream()
                .anyMatch(wire ->
                        wire.port().host() == plan && Vicinity.of(wire, cabling).isDummy());
    }

    /** The index of this interface of the host. */
    int index(String name) {
        return host.index(name);
    }

    /** Interfaces that are made of others, the lower ones first; bridges get their ports last. */
    void createDevices() {
        Batch batch = new Batch();
        Devices.inOrder(ports)
                .forEach(port -> batch.device(
                        port.end(),
                        port.plan().device().kind(),
                        port.plan().device().lower() == null
                                ? 0
                                : index(port.plan().device().lower())));
        ports.stream()
                .filter(Port::isDevice)
                .forEach(bridge ->
                        bridge.plan().device().ports().forEach(name -> batch.port(index(name), bridge.index())));
        rtnetlink.apply(batch);
    }

    /** Once every interface carries frames. */
    void settle(Neighbours neighbours) {
        Batch batch = new Batch();
        ports.forEach(port -> neighbours.add(batch, port, hasIpv6(port)));
        plan.entries().forEach(entry -> batch.add(entry.entry().apply(entry.dev() == null ? 0 : index(entry.dev()))));
        rtnetlink.apply(batch);
        host.namespace().visited(this::restore);
    }

    private boolean restore() {
        speaking().forEach(Quiet::restoreMld);
        return writeSysctls(key -> key.contains("mld"));
    }

    private boolean ofInterfaces() {
        speaking().forEach(Quiet::quietMld);
        return writeSysctls(this::namesInterface);
    }

    /** The interfaces that speak IPv6. */
    private List<String> speaking() {
        return ports.stream().filter(this::hasIpv6).map(p -> p.plan().name()).toList();
    }

    /**
     * Not with an MTU too small for it, nor where a sysctl disables it: IPv6 addresses are left out then. Nor does a port
     * of a bridge speak it by itself.
     */
    boolean hasIpv6(Port port) {
        return !cabling.isBridged(port)
                && port.plan().mtu() >= MIN_MTU_OF_IPV6
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
