package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.Family;
import io.packetspec.spec.Topology;
import java.util.Optional;

/**
 * One end of a flow.
 *
 * @param wire the wire that it is on; none: it is a host's
 */
record FlowEnd(Endpoint endpoint, Optional<String> wire) {

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
        Optional<String> wire = isOfHost(address, scope.lab()) ? Optional.empty() : wire(address, scope.lab());
        if (wire.isEmpty() && !isOfHost(address, scope.lab())) {
            cursor.problem("no wire has the address " + address + ", nor a prefix that it is in");
            return Optional.empty();
        }
        if (parts.port() == null && (wire.isPresent() || !opens)) {
            cursor.problem(
                    "a port is missing: " + cursor.tree().source() + ":80; only a host that opens may choose one");
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

    /** The wire of that address; else the only one, behind which any address may be. */
    private static Optional<String> wire(Address address, Topology lab) {
        Optional<String> owner = lab.wires().values().stream()
                .filter(wire -> wire.addresses().stream()
                        .anyMatch(prefix -> prefix.address().equals(address)))
                .map(Topology.Wire::name)
                .findFirst();
        return owner.or(
                () -> lab.wires().size() == 1 ? lab.wires().keySet().stream().findFirst() : Optional.empty());
    }
}
