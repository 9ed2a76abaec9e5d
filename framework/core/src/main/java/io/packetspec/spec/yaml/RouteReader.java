package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.packet.Field.Kind;
import io.packetspec.spec.Topology;
import io.packetspec.spec.Topology.Host;
import io.packetspec.spec.Topology.Interface;
import io.packetspec.spec.Topology.Prefix;
import io.packetspec.spec.Topology.Route;
import io.packetspec.spec.Topology.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the routes of hosts; a gateway is an address, or the name of the host or wire that has it. */
final class RouteReader {
    static final Keys KEYS = Keys.of(
            "a route",
            Key.required("to", Shape.anyOf(Shape.words(List.of("default")), Shapes.PREFIX), "default, or a prefix"),
            Key.required("via", Shapes.ADDRESS, "an address, host or wire on a connected prefix"));
    private final Scope scope;
    private final Map<String, List<Interface>> interfaces;
    private final Map<String, Wire> wires;

    RouteReader(Scope scope, Map<String, List<Interface>> interfaces, Map<String, Wire> wires) {
        this.scope = scope;
        this.interfaces = interfaces;
        this.wires = wires;
    }

    List<Route> read(String host, Cursor routes) {
        return routes.items("a list of routes such as [{to: default, via: 192.0.2.2}]").stream()
                .flatMap(item -> item.mapping(KEYS).stream())
                .flatMap(route -> route(host, route).stream())
                .toList();
    }

    private Optional<Route> route(String host, Mapping route) {
        Optional<Cursor> to = route.need("to");
        Optional<Cursor> via = route.need("via");
        boolean everywhere = to.filter(c -> c.is("default")).isPresent();
        Prefix prefix = everywhere
                ? null
                : to.flatMap(c -> c.literal(Scalar.of("default, or a prefix", Prefixes::parse)))
                        .orElse(null);
        if (prefix == null && !everywhere) {
            return Optional.empty();
        }
        return via.flatMap(c -> c.literal(Scalar.of("a gateway", text -> gateway(host, prefix, text))))
                .map(gateway -> new Route(route.at(), prefix, gateway));
    }

    private Address gateway(String host, @Nullable Prefix to, String text) {
        List<Address> candidates = named(text, to);
        List<Prefix> connected = interfaces.getOrDefault(host, List.of()).stream()
                .flatMap(face -> face.addresses().stream())
                .toList();
        Address gateway = candidates.stream()
                .filter(address -> connected.stream().anyMatch(prefix -> Prefixes.holds(prefix, address)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the gateway " + text + " is on no prefix that " + host
                        + " is connected to" + listed(connected)));
        if (to != null && !Prefixes.sameFamily(to.address(), gateway)) {
            throw new IllegalArgumentException("the gateway " + text + " is not of the family of " + to);
        }
        return gateway;
    }

    private static String listed(List<Prefix> connected) {
        return connected.isEmpty()
                ? ""
                : ": "
                        + String.join(
                                ", ", connected.stream().map(Prefix::toString).toList());
    }

    private List<Address> named(String text, @Nullable Prefix to) {
        Stream<Prefix> prefixes = wires.containsKey(text)
                ? wires.get(text).addresses().stream()
                : interfaces.getOrDefault(text, List.of()).stream().flatMap(face -> face.addresses().stream());
        List<Address> known = prefixes.map(Prefix::address)
                .filter(address -> Addresses.isOf(address, family(to)))
                .toList();
        return known.isEmpty() ? List.of(new Addresses(lab(), true).parse(text, family(to, text))) : known;
    }

    private Kind family(@Nullable Prefix to) {
        if (to == null) {
            return Addresses.kind(scope.family());
        }
        return to.address().isIpv4() ? Kind.IPV4 : Kind.IPV6;
    }

    /** A literal gateway says its family itself. */
    private Kind family(@Nullable Prefix to, String text) {
        return text.contains(":") ? Kind.IPV6 : text.contains(".") ? Kind.IPV4 : family(to);
    }

    private Topology lab() {
        Map<String, Host> hosts = new LinkedHashMap<>();
        interfaces.forEach((name, faces) -> faces.stream()
                .findFirst()
                .ifPresent(face -> hosts.put(name, new Host(face.at(), name, Map.of(), faces, List.of()))));
        return new Topology(hosts, wires);
    }
}
