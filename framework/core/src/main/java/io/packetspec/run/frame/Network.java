package io.packetspec.run.frame;

import io.packetspec.packet.Address;
import io.packetspec.spec.Family;
import io.packetspec.spec.Topology;
import io.packetspec.spec.Topology.Host;
import io.packetspec.spec.Topology.Interface;
import io.packetspec.spec.Topology.Prefix;
import io.packetspec.spec.Topology.Wire;
import java.util.List;
import java.util.Optional;

/** Who is where in a topology. */
public final class Network {
    private final Topology topology;

    public Network(Topology topology) {
        this.topology = topology;
    }

    /** The interface at which the host listens to a wire. */
    public Interface attached(String wire) {
        return hostOn(wire).top(wire);
    }

    /** The host at its end of a wire. */
    public Host hostOn(String wire) {
        return topology.hosts().values().stream()
                .filter(host -> host.interfaces().stream().anyMatch(i -> wire.equals(i.wire())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no host on wire " + wire));
    }

    public Wire wire(String name) {
        Wire wire = topology.wires().get(name);
        if (wire == null) {
            throw new IllegalStateException("no wire " + name);
        }
        return wire;
    }

    public Host host(String name) {
        Host host = topology.hosts().get(name);
        if (host == null) {
            throw new IllegalStateException("no host " + name);
        }
        return host;
    }

    public static Optional<Address> address(Host host, Family family) {
        return host.interfaces().stream()
                .flatMap(i -> address(i.addresses(), family).stream())
                .findFirst();
    }

    static Optional<Address> address(Interface end, Family family) {
        return address(end.addresses(), family);
    }

    public static Optional<Address> address(Wire wire, Family family) {
        return address(wire.addresses(), family);
    }

    private static Optional<Address> address(List<Prefix> prefixes, Family family) {
        return prefixes.stream()
                .map(Prefix::address)
                .filter(address -> address.isIpv4() == (family == Family.IPV4))
                .findFirst();
    }
}
