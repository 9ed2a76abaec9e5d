package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.packet.Octets;
import io.packetspec.spec.At;
import io.packetspec.spec.Topology;
import io.packetspec.spec.Topology.Host;
import io.packetspec.spec.Topology.Interface;
import io.packetspec.spec.Topology.Prefix;
import io.packetspec.spec.Topology.Wire;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a declared lab: hosts with interfaces and routes, and wires. */
final class LabReader {
    private static final Keys HOST = Keys.of(
            "a host",
            Key.optional("interfaces", InterfaceReader.shape(), "interfaces by their names"),
            Key.optional("sysctl", SysctlReader.shape(), "sysctls, set before the interfaces come up"),
            Key.optional("routes", Shape.listOf(RouteReader.KEYS.shape(), 0), "routes of the host"));
    static final Keys KEYS = Keys.of(
            "a lab",
            Key.required("hosts", Shape.mapOf(Scalars.WORD.pattern(), HOST.shape()), "hosts by their names"),
            Key.optional("wires", WireReader.shape(), "wires whose far ends need other addresses than those they get"));

    private final Scope scope;
    private final Map<String, Mapping> hosts = new LinkedHashMap<>();
    private final Map<String, At> places = new LinkedHashMap<>();
    private final List<InterfaceDraft> drafts = new ArrayList<>();

    private LabReader(Scope scope) {
        this.scope = scope;
    }

    static Topology read(Cursor lab) {
        return lab.mapping(KEYS)
                .map(mapping -> new LabReader(lab.scope()).topology(mapping))
                .orElse(new Topology(Map.of(), Map.of()));
    }

    /** What a spec that declares none gets. */
    static Topology standard(At at) {
        List<Prefix> dut = List.of(Prefixes.parse("192.0.2.1/24"), Prefixes.parse("2001:db8::1/64"));
        Interface eth0 = new Interface(at, "eth0", "peer", null, dut, 1500, mac(1));
        Host host = new Host(at, "dut", Map.of(), List.of(eth0), List.of());
        return new Topology(Map.of("dut", host), Map.of("peer", new Wire("peer", neighbours(dut), mac(2))));
    }

    private Topology topology(Mapping lab) {
        lab.need("hosts")
                .flatMap(c -> c.mapping("a mapping of hosts"))
                .ifPresent(mapping -> mapping.keys().forEach(key -> draft(key, mapping)));
        Links links = new Links(drafts, scope);
        Map<String, List<Interface>> interfaces = interfaces(links);
        Map<String, Wire> wires = wires(lab.get("wires"));
        RouteReader routes = new RouteReader(scope, interfaces, wires);
        Map<String, Host> all = new LinkedHashMap<>();
        hosts.forEach((name, mapping) -> all.put(name, host(name, mapping, interfaces.get(name), routes)));
        return new Topology(all, wires);
    }

    private void draft(Text name, Mapping mapping) {
        new Cursor(name, scope).literal(Scalars.NAME);
        mapping.get(name.text()).flatMap(c -> c.mapping(HOST)).ifPresent(host -> {
            hosts.put(name.text(), host);
            places.put(name.text(), name.at());
            host.get("interfaces").ifPresent(c -> drafts.addAll(new InterfaceReader(name.text(), scope).read(c)));
        });
    }

    private Map<String, List<Interface>> interfaces(Links links) {
        Map<String, List<Interface>> all = new LinkedHashMap<>();
        hosts.keySet().forEach(host -> all.put(host, new ArrayList<>()));
        for (int i = 0; i < drafts.size(); i++) {
            InterfaceDraft draft = drafts.get(i);
            all.get(draft.host())
                    .add(new Interface(
                            draft.at(),
                            draft.name(),
                            draft.wire(),
                            links.otherEnd(draft),
                            draft.addresses(),
                            draft.mtu(),
                            mac(i + 1)));
        }
        return all;
    }

    private Host host(String name, Mapping mapping, @Nullable List<Interface> interfaces, RouteReader routes) {
        return new Host(
                places.getOrDefault(name, mapping.at()),
                name,
                mapping.get("sysctl").map(SysctlReader::read).orElse(Map.of()),
                interfaces == null ? List.of() : List.copyOf(interfaces),
                mapping.get("routes").map(c -> routes.read(name, c)).orElse(List.of()));
    }

    private Map<String, Wire> wires(Optional<Cursor> declared) {
        Map<String, List<Prefix>> written = WireReader.read(declared, drafts);
        Map<String, Wire> wires = new LinkedHashMap<>();
        for (InterfaceDraft draft : drafts) {
            String name = draft.wire();
            if (name != null && !wires.containsKey(name)) {
                if (hosts.containsKey(name)) {
                    scope.problem(draft.end(), "\"" + name + "\" is a host already: a wire needs another name");
                }
                List<Prefix> addresses = written.getOrDefault(name, neighbours(draft.addresses()));
                wires.put(name, new Wire(name, addresses, mac(drafts.size() + wires.size() + 1)));
            }
        }
        return wires;
    }

    private static List<Prefix> neighbours(List<Prefix> addresses) {
        return addresses.stream()
                .flatMap(prefix -> Prefixes.firstOther(prefix).stream())
                .toList();
    }

    /** Locally administered, the same in every run. */
    private static Address mac(int number) {
        return new Address(Octets.of((byte) 2, (byte) 0, (byte) 0, (byte) 0, (byte) (number >> 8), (byte) number));
    }
}
