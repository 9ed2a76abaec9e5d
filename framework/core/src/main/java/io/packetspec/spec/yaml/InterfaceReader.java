package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.spec.At;
import io.packetspec.spec.Topology.Prefix;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the interfaces of one host. */
final class InterfaceReader {
    private static final Scalar<Address> MAC = Scalar.of("a MAC address", InterfaceReader::mac);
    static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,14}");
    private static final Scalar<Integer> MTU = Scalar.of("an MTU", InterfaceReader::mtu);
    private static final int DEFAULT_MTU = 1500;
    private static final int SMALLEST_IPV4 = 68;
    private static final int SMALLEST_IPV6 = 1280;
    private static final String WIRE = "wire";
    private static final String LINK = "link";
    private static final List<String> ENDS =
            Stream.concat(Stream.of(WIRE, LINK), DeviceReader.KINDS.stream()).toList();

    private static final Keys OFFLOADS = Keys.of(
            "offloads",
            offload("rx-checksum", "checksums of what is received are checked by the device"),
            offload("tx-checksum", "checksums of what is sent are left to the device"),
            offload("sg", "scatter-gather: what is sent may lie in several places"),
            offload("tso", "TCP leaves segments to the device"),
            offload("gso", "packets are cut just before the device"),
            offload("gro", "packets are joined when they are received"));
    private static final Keys KEYS = Keys.of(
            "an interface",
            Key.optional(WIRE, Shapes.NAME, "the wire that it ends in: its far end is in the spec's hands"),
            Key.optional(LINK, Shape.TEXT, "the interface at the other end, as host.interface; one of both says it"),
            DeviceReader.BRIDGE_KEY,
            DeviceReader.MACVLAN_KEY,
            DeviceReader.VXLAN_KEY,
            DeviceReader.MODE_KEY,
            Key.optional("addresses", Shape.listOf(Shapes.PREFIX, 0), "addresses with their prefix lengths"),
            Key.optional(
                    "mtu",
                    Shapes.number(SMALLEST_IPV4, 0xffff),
                    "1500 if left out, or what the interfaces below leave"),
            Key.optional("mac", Shape.pattern(Shapes.MAC), "a unicast MAC address; one of the lab's if left out"),
            Key.optional("offloads", OFFLOADS.shape(), "work that is left to the device, on or off"));

    private final String host;
    private final Scope scope;
    private final Set<Address> taken = new HashSet<>();

    InterfaceReader(String host, Scope scope) {
        this.host = host;
        this.scope = scope;
    }

    private static Key offload(String name, String meaning) {
        return Key.optional(name, Words.SWITCH_SHAPE, meaning);
    }

    static Shape shape() {
        List<Object> ends = new ArrayList<>();
        ENDS.forEach(end -> ends.add(Map.of("required", List.of(end))));
        Object none = Map.of("not", Map.of("anyOf", List.copyOf(ends)));
        ends.add(none);
        Shape one = KEYS.shape().and("oneOf", ends, "dependentRequired", Map.of("mode", List.of("macvlan")));
        return Shape.mapOf(NAME.pattern(), one);
    }

    List<InterfaceDraft> read(Cursor interfaces) {
        List<InterfaceDraft> drafts = new ArrayList<>();
        interfaces
                .mapping("a mapping of interfaces such as {eth0: {wire: peer, addresses: [192.0.2.1/24]}}")
                .ifPresent(mapping -> mapping.keys()
                        .forEach(key -> mapping.get(key.text())
                                .flatMap(value -> draft(key, value))
                                .ifPresent(drafts::add)));
        return drafts;
    }

    private Optional<InterfaceDraft> draft(Text name, Cursor value) {
        if (!NAME.matcher(name.text()).matches()) {
            scope.problem(
                    name.at(), "\"" + name.text() + "\" is no interface name: a letter, then up to 14 more or digits");
        }
        return value.mapping(KEYS).map(mapping -> draft(name, mapping));
    }

    private InterfaceDraft draft(Text name, Mapping mapping) {
        expectOneEnd(mapping);
        List<Prefix> addresses = mapping.get("addresses").map(this::addresses).orElse(List.of());
        int mtu = mapping.get("mtu").flatMap(c -> c.literal(MTU)).orElse(0);
        if (mtu != 0
                && mtu < SMALLEST_IPV6
                && addresses.stream().anyMatch(p -> p.address().isIpv6())) {
            scope.problem(
                    mapping.keyAt("mtu").orElse(name.at()),
                    "with an IPv6 address the MTU is at least " + SMALLEST_IPV6 + ", RFC 8200 section 5");
        }
        At end = ends(mapping).stream().findFirst().flatMap(mapping::keyAt).orElse(name.at());
        String wire = mapping.get("wire").flatMap(c -> c.literal(Scalars.NAME)).orElse(null);
        String link = mapping.get("link").flatMap(c -> c.literal(Scalars.TEXT)).orElse(null);
        DeviceDraft device = DeviceReader.draft(mapping).orElse(null);
        return new InterfaceDraft(
                name.at(),
                end,
                host,
                name.text(),
                wire,
                link,
                device,
                addresses,
                device == null && mtu == 0 ? DEFAULT_MTU : mtu,
                mapping.get("mac").flatMap(c -> c.literal(MAC)).orElse(null),
                mapping.get("offloads").map(InterfaceReader::offloads).orElse(Map.of()));
    }

    private static List<String> ends(Mapping mapping) {
        return ENDS.stream().filter(mapping::has).toList();
    }

    private void expectOneEnd(Mapping mapping) {
        List<String> ends = ends(mapping);
        if (ends.equals(List.of(WIRE, LINK))) {
            scope.problem(mapping.keyAt("link").orElseThrow(), "an interface has one other end: a wire or a link");
        } else if (ends.size() > 1) {
            scope.problem(
                    mapping.keyAt(ends.get(1)).orElseThrow(),
                    "an interface is one thing: \"" + ends.get(0) + "\" stands here already");
        }
        if (mapping.has("mode") && !mapping.has("macvlan")) {
            scope.problem(mapping.keyAt("mode").orElseThrow(), "\"mode\" goes with \"macvlan\" only");
        }
    }

    private static Map<String, Boolean> offloads(Cursor cursor) {
        Map<String, Boolean> offloads = new LinkedHashMap<>();
        cursor.mapping(OFFLOADS)
                .ifPresent(mapping -> OFFLOADS.names()
                        .forEach(name -> mapping.get(name)
                                .flatMap(c -> c.literal(Words.SWITCH))
                                .ifPresent(on -> offloads.put(name, on))));
        return offloads;
    }

    private static Address mac(String text) {
        Address address = Address.parse(text);
        if (!address.isMac() || (address.octets().at(0) & 1) != 0) {
            throw new IllegalArgumentException("expected a MAC address such as 02:00:00:00:00:09, not " + text);
        }
        return address;
    }

    private List<Prefix> addresses(Cursor list) {
        return list.items("a list of addresses such as [192.0.2.1/24, \"2001:db8::1/64\"]").stream()
                .flatMap(item -> item.literal(Prefixes.PREFIX).filter(p -> isNew(item, p)).stream())
                .toList();
    }

    private boolean isNew(Cursor item, Prefix prefix) {
        boolean fresh = taken.add(prefix.address());
        if (!fresh) {
            item.problem("host " + host + " has this address already");
        }
        return fresh;
    }

    private static int mtu(String text) {
        long mtu = Numbers.parse(text);
        if (mtu < SMALLEST_IPV4 || mtu > 0xffff) {
            throw new IllegalArgumentException("expected an MTU from " + SMALLEST_IPV4 + " to 65535, not " + text);
        }
        return (int) mtu;
    }
}
