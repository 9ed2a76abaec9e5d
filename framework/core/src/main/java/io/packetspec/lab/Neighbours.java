package io.packetspec.lab;

import io.packetspec.lab.Cabling.Port;
import io.packetspec.lab.Cabling.ToWire;
import io.packetspec.lab.Plan.AddressPlan;
import io.packetspec.lab.Plan.DevicePlan;
import io.packetspec.linux.netlink.Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is on one network with each interface, by cable, bridge or tunnel: known from the start, never asked for. */
final class Neighbours {
    record Neighbour(List<byte[]> addresses, byte[] mac) {}

    private final Cabling cabling;
    /** Interfaces and far ends of wires, each with the set of those on its network: itself, too. */
    private final Map<Object, Set<Object>> networks = new LinkedHashMap<>();

    Neighbours(Cabling cabling) {
        this.cabling = cabling;
        cabling.wires().stream().filter(wire -> !wire.isLayer3()).forEach(wire -> join(wire.port(), wire));
        cabling.links().forEach(link -> join(link.one(), link.other()));
        Map<String, Port> named = new HashMap<>();
        cabling.devices().forEach(device -> join(device, device.plan().device(), named));
    }

    private void join(Port device, DevicePlan plan, Map<String, Port> networks) {
        List<String> below = new ArrayList<>(plan.ports());
        if (plan.network().isEmpty() && plan.lower() != null) {
            below.add(plan.lower());
        }
        cabling.ports(device.host()).stream()
                .filter(port -> below.contains(port.plan().name()))
                .forEach(port -> join(device, port));
        if (!plan.network().isEmpty()) {
            join(device, networks.computeIfAbsent(plan.network(), network -> device));
        }
    }

    private void join(Object one, Object other) {
        Set<Object> all = new LinkedHashSet<>(networks.getOrDefault(one, Set.of(one)));
        all.addAll(networks.getOrDefault(other, Set.of(other)));
        all.forEach(member -> networks.put(member, all));
    }

    /** All on the network of an interface, or of the far end of a wire, but itself. */
    List<Neighbour> of(Object member) {
        return networks.getOrDefault(member, Set.of()).stream()
                .filter(other -> !other.equals(member))
                .filter(other -> !(other instanceof Port port && cabling.isBridged(port)))
                .map(Neighbours::neighbour)
                .toList();
    }

    private static Neighbour neighbour(Object member) {
        if (member instanceof ToWire wire) {
            return new Neighbour(wire.wire().addresses(), wire.wire().mac());
        }
        Port port = (Port) member;
        return new Neighbour(
                port.plan().addresses().stream().map(AddressPlan::address).toList(),
                port.plan().mac());
    }

    void add(Batch batch, Port port, boolean ipv6) {
        if (!cabling.isBridged(port)) {
            of(port).forEach(neighbour -> add(batch, port, ipv6, neighbour));
        }
    }

    private static void add(Batch batch, Port port, boolean ipv6, Neighbour neighbour) {
        List<byte[]> addresses = new ArrayList<>(neighbour.addresses());
        addresses.add(LinkLocal.of(neighbour.mac()));
        addresses.stream()
                .filter(address -> ipv6 || address.length == 4)
                .forEach(address -> batch.neighbour(port.index(), address, neighbour.mac()));
    }
}
