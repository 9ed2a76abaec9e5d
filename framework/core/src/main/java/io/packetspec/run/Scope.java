package io.packetspec.run;

import io.packetspec.run.frame.Network;
import io.packetspec.spec.Family;
import io.packetspec.spec.Topology;
import io.packetspec.spec.Variant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names that expressions of a run can use: hosts and wires, parameters, and what steps kept. */
final class Scope {
    private final Map<String, Object> names = new LinkedHashMap<>();

    Scope(Variant variant) {
        addresses(variant.lab(), variant.family());
        names.putAll(variant.parameters());
    }

    private void addresses(Topology lab, Family family) {
        lab.hosts().values().forEach(host -> Network.address(host, family).ifPresent(a -> names.put(host.name(), a)));
        lab.wires().values().forEach(wire -> Network.address(wire, family).ifPresent(a -> names.put(wire.name(), a)));
    }

    void keep(String name, Object value) {
        names.put(name, value);
    }

    Map<String, Object> names() {
        return names;
    }
}
