package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.Family;
import io.packetspec.spec.Topology;
import io.packetspec.spec.Topology.Prefix;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One end of a flow.
 *
 * @param wire the wire that it is on; none: it is a host's
 */
record FlowEnd(Endpoint endpoint, Optional<String> wire) {

    private static final int EXAMPLE_PORT = 80;

    /** @param opens whether it is the end that opens the connection: a host may choose its port then */
    static Optional<FlowEnd> read(Cursor cursor, boolean opens) {
        Optional<EndpointScalar.Parts> parts = cursor.literal(new EndpointScalar(new AddressScalar(cursor.scope())));
        return parts.flatMap(p -> end(cursor, p, opens));
    }

    private static Optional<FlowEnd> end(Cursor cursor, EndpointScalar.Parts parts, boolean opens) {
        Scope scope = cursor.scope();
        Address address = parts.address();
        if (scope.names().isIncomplete()) {
            return Optional.empty();
        }
        if (address.isIpv4() != (scope.family() == Family.IPV4)) {
            cursor.problem(
                    address + " is not of the spec's family, " + scope.family().label());
            return Optional.empty();
        }
        boolean ofHost = isOfHost(address, scope.lab());
        Optional<String> wire = ofHost ? Optional.empty() : wire(address, scope.lab());
        if (!ofHost && wire.isEmpty()) {
            cursor.problem("no host has the address " + address + ", and no wire has a prefix with it");
            return Optional.empty();
        }
        if (parts.port() == null && (wire.isPresent() || !opens)) {
            cursor.problem("a port is missing, such as " + new Endpoint(address, EXAMPLE_PORT)
                    + ": only a host that opens a connection chooses one");
            return Optional.empty();
        }
        int port = parts.port() == null ? 0 : parts.port().intValue();
        return Optional.of(new FlowEnd(new Endpoint(address, port), wire));
    }

    private static boolean isOfHost(Address address, Topology lab) {
        return lab.hosts().values().stream()
                .flatMap(host -> host.interfaces().stream())
                .flatMap(face -> face.addresses().stream())
                .anyMatch(prefix -> prefix.address().equals(address));
    }

    /** The wire of that address, or of its prefix; else the only one, behind which any address may be. */
    private static Optional<String> wire(Address address, Topology lab) {
        return wire(lab, prefix -> prefix.address().equals(address))
                .or(() -> wire(lab, prefix -> Prefixes.holds(prefix, address)))
                .or(() -> lab.wires().keySet().stream()
                        .filter(only -> lab.wires().size() == 1)
                        .findFirst());
    }

    private static Optional<String> wire(Topology lab, Predicate<Prefix> has) {
        return lab.wires().values().stream()
                .filter(wire -> wire.addresses().stream().anyMatch(has))
                .map(Topology.Wire::name)
                .findFirst();
    }
}
