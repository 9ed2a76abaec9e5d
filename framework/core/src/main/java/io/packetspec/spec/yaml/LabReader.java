package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.packet.Octets;
import io.packetspec.spec.At;
import io.packetspec.spec.TableEntry;
import io.packetspec.spec.Topology;
import io.packetspec.spec.Topology.Host;
import io.packetspec.spec.Topology.Interface;
import io.packetspec.spec.Topology.Prefix;
import io.packetspec.spec.Topology.Ruleset;
import io.packetspec.spec.Topology.Wire;
import io.packetspec.spec.yaml.Tree.Text;
import io.packetspec.spec.yaml.WireReader.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a declared lab: hosts with interfaces and routes, and wires. */
final class LabReader {
    private static final Keys HOST = Keys.of(
            "a host",
            Key.optional("interfaces", InterfaceReader.shape(), "interfaces by their names"),
            Key.optional("sysctl", SysctlReader.shape(), "sysctls, set before the interfaces come up"),
            Key.optional("routes", Shape.listOf(TableKeys.ROUTE_SHAPE, 0), "routes of the host"),
            Key.optional("rules", Shape.listOf(TableKeys.RULE_SHAPE, 0), "which routing table is asked for what"),
            Key.optional("neighbours", Shape.listOf(TableKeys.NEIGHBOUR.shape(), 0), "MAC addresses that are known"),
            Key.optional("nft", Shape.TEXT, "an nftables ruleset"));
    static final Keys KEYS = Keys.of(
            "a lab",
            Key.required("hosts", Shape.mapOf(Scalars.WORD.pattern(), HOST.shape()), "hosts by their names"),
            Key.optional("wires", WireReader.shape(), "wires that need other addresses, or another type"));
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
        Interface eth0 = new Interface(at, "eth0", "peer", null, null, dut, 1500, mac(1), Map.of());
        Host host = new Host(at, "dut", Map.of(), List.of(eth0), List.of(), null);
        List<Prefix> peer = dut.stream()
                .flatMap(prefix -> Prefixes.firstOther(prefix).stream())
                .toList();
        return new Topology(Map.of("dut", host), Map.of("peer", new Wire("peer", peer, mac(2), false)));
    }

    private Topology topology(Mapping lab) {
        lab.need("hosts")
                .flatMap(c -> c.mapping("a mapping of hosts"))
                .ifPresent(mapping -> mapping.keys().forEach(key -> draft(key, mapping)));
        Links links = new Links(drafts, scope);
        Stacks stacks = new Stacks(drafts, scope);
        Map<String, Wire> wires = wires(lab.get("wires"), stacks);
        Topology plugged = new Topology(bare(interfaces(links, stacks, null)), wires);
        Addresses names = new Addresses(plugged, true);
        Topology known = new Topology(bare(interfaces(links, stacks, names)), wires);
        Map<String, Host> all = new LinkedHashMap<>();
        hosts.forEach(
                (name, mapping) -> all.put(name, host(mapping, known.hosts().get(name), known)));
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

    /** @param names null: what interfaces are made of is not looked at */
    private Map<String, List<Interface>> interfaces(Links links, Stacks stacks, @Nullable Addresses names) {
        Map<String, List<Interface>> all = new LinkedHashMap<>();
        hosts.keySet().forEach(host -> all.put(host, new ArrayList<>()));
        for (int i = 0; i < drafts.size(); i++) {
            InterfaceDraft draft = drafts.get(i);
            DeviceDraft device = draft.device();
            all.get(draft.host())
                    .add(new Interface(
                            draft.at(),
                            draft.name(),
                            draft.wire(),
                            links.otherEnd(draft),
                            names == null || device == null ? null : DeviceReader.read(device, names),
                            draft.addresses(),
                            stacks.mtu(draft),
                            draft.mac() == null ? mac(i + 1) : draft.mac(),
                            draft.offloads()));
        }
        return all;
    }

    private Map<String, Host> bare(Map<String, List<Interface>> interfaces) {
        Map<String, Host> bare = new LinkedHashMap<>();
        interfaces.forEach(
                (name, faces) -> bare.put(name, new Host(places.get(name), name, Map.of(), faces, List.of(), null)));
        return bare;
    }

    private Host host(Mapping mapping, Host bare, Topology known) {
        TableReader tables = new TableReader(bare.name(), known, scope);
        List<TableEntry> entries = new ArrayList<>();
        mapping.get("neighbours").ifPresent(c -> entries.addAll(tables.neighbours(c)));
        mapping.get("routes").ifPresent(c -> entries.addAll(tables.routes(c)));
        mapping.get("rules").ifPresent(c -> entries.addAll(tables.rules(c)));
        return new Host(
                bare.at(),
                bare.name(),
                mapping.get("sysctl").map(SysctlReader::read).orElse(Map.of()),
                List.copyOf(bare.interfaces()),
                List.copyOf(entries),
                mapping.get("nft").flatMap(LabReader::ruleset).orElse(null));
    }

    private static Optional<Ruleset> ruleset(Cursor nft) {
        return nft.literal(Scalar.of("an nftables ruleset", text -> new Ruleset(nft.at(), text)));
    }

    private Map<String, Wire> wires(Optional<Cursor> declared, Stacks stacks) {
        Map<String, Written> written = new WireReader(drafts, stacks).read(declared);
        FarAddresses free = new FarAddresses(drafts, stacks);
        written.values().stream().flatMap(w -> Stream.ofNullable(w.addresses())).forEach(free::take);
        Map<String, Wire> wires = new LinkedHashMap<>();
        for (InterfaceDraft draft : drafts) {
            String name = draft.wire();
            if (name != null && !wires.containsKey(name)) {
                if (hosts.containsKey(name)) {
                    scope.problem(draft.end(), "\"" + name + "\" is a host already: a wire needs another name");
                }
                Written said = written.getOrDefault(name, new Written(null, false));
                List<Prefix> addresses = said.addresses() == null ? free.of(draft) : said.addresses();
                Address mac = mac(drafts.size() + wires.size() + 1);
                wires.put(name, new Wire(name, addresses, mac, said.layer3()));
            }
        }
        return wires;
    }

    /** Locally administered, the same in every run. */
    private static Address mac(int number) {
        return new Address(Octets.of((byte) 2, (byte) 0, (byte) 0, (byte) 0, (byte) (number >> 8), (byte) number));
    }
}
