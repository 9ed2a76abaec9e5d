package io.packetspec.run.plan;

import io.packetspec.lab.Plan;
import io.packetspec.lab.Plan.AddressPlan;
import io.packetspec.lab.Plan.DevicePlan;
import io.packetspec.lab.Plan.HostPlan;
import io.packetspec.lab.Plan.InterfacePlan;
import io.packetspec.lab.Plan.WirePlan;
import io.packetspec.linux.netlink.LinkKind;
import io.packetspec.packet.Address;
import io.packetspec.spec.Device;
import io.packetspec.spec.Topology;
import io.packetspec.spec.Topology.Host;
import io.packetspec.spec.Topology.Interface;
import io.packetspec.spec.Topology.Prefix;
import io.packetspec.spec.Topology.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plan of a lab from the topology that a spec declares. */
public final class Plans {
    private Plans() {}

    public static Plan of(Topology topology) {
        return new Plan(
                topology.hosts().values().stream().map(Plans::host).toList(),
                topology.wires().values().stream().map(Plans::wire).toList());
    }

    private static HostPlan host(Host host) {
        return new HostPlan(
                host.name(),
                host.sysctls(),
                host.interfaces().stream().map(Plans::end).toList(),
                host.entries().stream().map(TableEntries::plan).toList());
    }

    private static InterfacePlan end(Interface end) {
        Device device = end.device();
        return new InterfacePlan(
                end.name(),
                end.wire(),
                end.link(),
                end.addresses().stream().map(Plans::prefix).toList(),
                end.mtu(),
                octets(end.mac()),
                device == null ? null : device(device),
                end.offloads());
    }

    private static DevicePlan device(Device device) {
        if (device instanceof Device.Bridge bridge) {
            LinkKind kind = LinkKind.bridge(bridge.stp(), bridge.forwardDelay(), bridge.ageing());
            return new DevicePlan(kind, null, bridge.ports(), "");
        } else if (device instanceof Device.Macvlan macvlan) {
            return new DevicePlan(LinkKind.macvlan(macvlan.mode()), macvlan.lower(), List.of(), "");
        }
        Device.Vxlan vxlan = (Device.Vxlan) device;
        LinkKind kind = LinkKind.vxlan(vxlan.id(), octetsOf(vxlan.local()), octetsOf(vxlan.remote()), vxlan.port());
        return new DevicePlan(kind, vxlan.lower(), List.of(), "vxlan " + vxlan.id());
    }

    private static WirePlan wire(Wire wire) {
        return new WirePlan(
                wire.name(),
                wire.addresses().stream().map(p -> octets(p.address())).toList(),
                octets(wire.mac()),
                wire.layer3(),
                wire.segmentSize());
    }

    private static AddressPlan prefix(Prefix prefix) {
        return new AddressPlan(octets(prefix.address()), prefix.length());
    }

    static byte @Nullable [] octetsOf(@Nullable Address address) {
        return address == null ? null : octets(address);
    }

    static byte[] octets(Address address) {
        return address.octets().toArray();
    }
}
