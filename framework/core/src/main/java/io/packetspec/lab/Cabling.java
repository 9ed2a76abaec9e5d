package io.packetspec.lab;

import io.packetspec.lab.Plan.DevicePlan;
import io.packetspec.lab.Plan.HostPlan;
import io.packetspec.lab.Plan.InterfacePlan;
import io.packetspec.lab.Plan.WirePlan;
import io.packetspec.linux.netlink.VethEnd;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is plugged into what, and the interface indexes: no two of a lab are the same. */
record Cabling(List<ToWire> wires, List<Link> links, List<Port> devices) {
    /** An interface of a host. */
    record Port(HostPlan host, InterfacePlan plan, int index) {
        String fullName() {
            return host.name() + "." + plan.name();
        }

        VethEnd end() {
            return new VethEnd(plan.name(), index, plan.mac(), plan.mtu());
        }

        boolean isDevice() {
            return plan.device() != null;
        }
    }

    record ToWire(Port port, WirePlan wire, int farIndex) {
        /** Unlike any name a host's interface has, and of one lab only: a kernel trace can tell whose frame it saw. */
        String farName() {
            return "wire" + farIndex;
        }

        boolean isLayer3() {
            return wire.layer3();
        }
    }

    record Link(Port one, Port other) {}

    static Cabling of(Plan plan) {
        return new Planner(plan).cabling();
    }

    List<Port> ports(HostPlan host) {
        List<Port> ports = new ArrayList<>();
        wires.forEach(wire -> ports.add(wire.port()));
        links.forEach(link -> ports.addAll(List.of(link.one(), link.other())));
        ports.addAll(devices);
        return ports.stream().filter(port -> port.host() == host).toList();
    }

    /** The interface at which the host itself listens to what comes in by this one: a bridge, or a macvlan on it. */
    Port top(Port port) {
        return devices.stream()
                .filter(device -> device.host() == port.host())
                .filter(device -> hasPort(device, port) || isSpokenForBy(port, device))
                .findFirst()
                .map(this::top)
                .orElse(port);
    }

    private static boolean isSpokenForBy(Port port, Port device) {
        DevicePlan plan = device.plan().device();
        return plan != null
                && port.plan().addresses().isEmpty()
                && !device.plan().addresses().isEmpty()
                && plan.kind().name().equals("macvlan")
                && port.plan().name().equals(plan.lower());
    }

    private static boolean hasPort(Port device, Port port) {
        DevicePlan plan = device.plan().device();
        return plan != null && plan.ports().contains(port.plan().name());
    }

    /** Whether the interface is a port of a bridge. */
    boolean isBridged(Port port) {
        return devices.stream().anyMatch(device -> device.host() == port.host() && hasPort(device, port));
    }

    private static final class Planner {
        private final Plan plan;
        private final Map<String, Port> ports = new LinkedHashMap<>();
        private int lastIndex = 1; // lo

        Planner(Plan plan) {
            this.plan = plan;
            for (HostPlan host : plan.hosts()) {
                for (InterfacePlan one : host.interfaces()) {
                    Port port = new Port(host, one, ++lastIndex);
                    ports.put(port.fullName(), port);
                }
            }
        }

        Cabling cabling() {
            return new Cabling(
                    wires(),
                    links(),
                    ports.values().stream().filter(Port::isDevice).toList());
        }

        private List<ToWire> wires() {
            Map<String, WirePlan> free = new LinkedHashMap<>();
            plan.wires().forEach(wire -> free.put(wire.name(), wire));
            List<ToWire> wires = new ArrayList<>();
            for (Port port : ports.values()) {
                String name = port.plan().wire();
                if (name != null) {
                    wires.add(new ToWire(
                            port, take(free, port, name), FarEnd.get().nextIndex()));
                }
            }
            free.keySet().forEach(Planner::unusedWire);
            return wires;
        }

        private static WirePlan take(Map<String, WirePlan> free, Port port, String name) {
            WirePlan wire = free.remove(name);
            if (wire == null) {
                throw new IllegalArgumentException(
                        port.fullName() + ": there is no wire " + name + ", or another interface has it");
            }
            return wire;
        }

        private static void unusedWire(String name) {
            throw new IllegalArgumentException("wire " + name + " ends at no interface");
        }

        private List<Link> links() {
            List<Link> links = new ArrayList<>();
            Set<Port> linked = new HashSet<>();
            for (Port port : ports.values()) {
                String other = port.plan().link();
                if (other != null && !linked.contains(port)) {
                    Port end = otherEnd(port, other, ports.get(other), linked);
                    links.add(new Link(port, end));
                    linked.addAll(List.of(port, end));
                }
            }
            ports.values().forEach(port -> requirePlugged(port, linked));
            return links;
        }

        private static Port otherEnd(Port port, String name, @Nullable Port end, Set<Port> linked) {
            if (end == null || end == port || end.plan().wire() != null || end.isDevice() || linked.contains(end)) {
                throw new IllegalArgumentException(port.fullName() + ": there is no free interface " + name);
            }
            String back = end.plan().link();
            if (back != null && !back.equals(port.fullName())) {
                throw new IllegalArgumentException(port.fullName() + ": " + name + " is linked to " + back);
            }
            return end;
        }

        private static void requirePlugged(Port port, Set<Port> linked) {
            if (port.plan().wire() == null && !port.isDevice() && !linked.contains(port)) {
                throw new IllegalArgumentException(port.fullName() + " has neither a wire nor a link");
            }
        }
    }
}
