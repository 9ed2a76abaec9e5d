package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.spec.At;
import io.packetspec.spec.Topology.Prefix;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the interfaces of one host. */
final class InterfaceReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,14}");
    private static final Scalar<Integer> MTU = Scalar.of("an MTU", InterfaceReader::mtu);
    private static final int DEFAULT_MTU = 1500;
    private static final int SMALLEST_IPV4 = 68;
    private static final int SMALLEST_IPV6 = 1280;

    private static final Keys KEYS = Keys.of(
            "an interface",
            Key.optional("wire", Shapes.NAME, "the wire that it ends in: its far end is in the spec's hands"),
            Key.optional("link", Shape.TEXT, "the interface at the other end, as host.interface; one of both says it"),
            Key.optional("addresses", Shape.listOf(Shapes.PREFIX, 0), "addresses with their prefix lengths"),
            Key.optional("mtu", Shapes.number(SMALLEST_IPV4, 0xffff), "1500 if left out"));

    private final String host;
    private final Scope scope;
    private final Set<Address> taken = new HashSet<>();

    InterfaceReader(String host, Scope scope) {
        this.host = host;
        this.scope = scope;
    }

    static Shape shape() {
        Shape one = KEYS.shape().and("not", Map.of("required", List.of("wire", "link")));
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
        if (mapping.has("wire") && mapping.has("link")) {
            scope.problem(mapping.keyAt("link").orElseThrow(), "an interface has one other end: a wire or a link");
        }
        List<Prefix> addresses = mapping.get("addresses").map(this::addresses).orElse(List.of());
        int mtu = mapping.get("mtu").flatMap(c -> c.literal(MTU)).orElse(DEFAULT_MTU);
        if (mtu < SMALLEST_IPV6 && addresses.stream().anyMatch(p -> p.address().isIpv6())) {
            scope.problem(
                    mapping.keyAt("mtu").orElse(name.at()),
                    "with an IPv6 address the MTU is at least " + SMALLEST_IPV6 + ", RFC 8200 section 5");
        }
        At end = mapping.keyAt("wire").or(() -> mapping.keyAt("link")).orElse(name.at());
        String wire = mapping.get("wire").flatMap(c -> c.literal(Scalars.NAME)).orElse(null);
        String link = mapping.get("link").flatMap(c -> c.literal(Scalars.TEXT)).orElse(null);
        return new InterfaceDraft(name.at(), end, host, name.text(), wire, link, addresses, mtu);
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
