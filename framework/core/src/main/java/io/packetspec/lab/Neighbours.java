package io.packetspec.lab;

import io.packetspec.lab.Cabling.Link;
import io.packetspec.lab.Cabling.Port;
import io.packetspec.lab.Cabling.ToWire;
import io.packetspec.lab.Plan.AddressPlan;
import io.packetspec.linux.netlink.Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is at the other end of each interface: known from the start, never asked for. */
final class Neighbours {
    private record Neighbour(List<byte[]> addresses, byte[] mac) {}

    private final Map<Port, Neighbour> otherEnds = new HashMap<>();

    Neighbours(Cabling cabling) {
        for (ToWire wire : cabling.wires()) {
            otherEnds.put(
                    wire.port(),
                    new Neighbour(wire.wire().addresses(), wire.wire().mac()));
        }
        for (Link link : cabling.links()) {
            otherEnds.put(link.one(), neighbour(link.other()));
            otherEnds.put(link.other(), neighbour(link.one()));
        }
    }

    private static Neighbour neighbour(Port port) {
        return new Neighbour(
                port.plan().addresses().stream().map(AddressPlan::address).toList(),
                port.plan().mac());
    }

    void add(Batch batch, Port port, boolean ipv6) {
        Neighbour neighbour = otherEnds.get(port);
        List<byte[]> addresses = new ArrayList<>(neighbour.addresses());
        addresses.add(LinkLocal.of(neighbour.mac()));
        addresses.stream()
                .filter(address -> ipv6 || address.length == 4)
                .forEach(address -> batch.neighbour(port.index(), address, neighbour.mac()));
    }
}
