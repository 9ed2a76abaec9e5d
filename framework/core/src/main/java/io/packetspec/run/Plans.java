package io.packetspec.run;

import io.packetspec.lab.Plan;
import io.packetspec.lab.Plan.AddressPlan;
import io.packetspec.lab.Plan.HostPlan;
import io.packetspec.lab.Plan.InterfacePlan;
import io.packetspec.lab.Plan.RoutePlan;
import io.packetspec.lab.Plan.WirePlan;
import io.packetspec.packet.Address;
import io.packetspec.spec.Topology;
import io.packetspec.spec.Topology.Host;
import io.packetspec.spec.Topology.Interface;
import io.packetspec.spec.Topology.Prefix;
import io.packetspec.spec.Topology.Route;
import io.packetspec.spec.Topology.Wire;

/** The plan of a lab from the topology that a spec declares. */
final class Plans {
    private Plans() {}

    static Plan of(Topology topology) {
        return new Plan(
                topology.hosts().values().stream().map(Plans::host).toList(),
                topology.wires().values().stream().map(Plans::wire).toList());
    }

    private static HostPlan host(Host host) {
        return new HostPlan(
                host.name(),
                host.sysctls(),
                host.interfaces().stream().map(Plans::end).toList(),
                host.routes().stream().map(Plans::route).toList());
    }

    private static InterfacePlan end(Interface end) {
        return new InterfacePlan(
                end.name(),
                end.wire(),
                end.link(),
                end.addresses().stream().map(Plans::prefix).toList(),
                end.mtu(),
                octets(end.mac()));
    }

    private static RoutePlan route(Route route) {
        Prefix to = route.to();
        return new RoutePlan(to == null ? null : prefix(to), octets(route.via()));
    }

    private static WirePlan wire(Wire wire) {
        return new WirePlan(
                wire.name(),
                wire.addresses().stream().map(p -> octets(p.address())).toList(),
                octets(wire.mac()));
    }

    private static AddressPlan prefix(Prefix prefix) {
        return new AddressPlan(octets(prefix.address()), prefix.length());
    }

    private static byte[] octets(Address address) {
        return address.octets().toArray();
    }
}
