package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.spec.Topology.Prefix;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the addresses that wires are given. */
final class WireReader {
    private static final Keys KEYS = Keys.of(
            "a wire",
            Key.required(
                    "addresses",
                    Shape.listOf(Shape.pattern(Shapes.IP_PREFIX + "|" + Shapes.IPV4 + "|" + Shapes.IPV6), 0),
                    "of the far end, in place of those it gets"));

    private WireReader() {}

    static Shape shape() {
        return Shape.mapOf(Scalars.WORD.pattern(), KEYS.shape());
    }

    static Map<String, List<Prefix>> read(Optional<Cursor> wires, List<InterfaceDraft> drafts) {
        Map<String, List<Prefix>> addresses = new LinkedHashMap<>();
        wires.flatMap(c -> c.mapping("a mapping of wires such as {peer: {addresses: [192.0.2.9]}}"))
                .ifPresent(mapping -> mapping.keys()
                        .forEach(key -> end(key, mapping, drafts)
                                .flatMap(
                                        end -> addresses(mapping.get(key.text()).orElseThrow(), end))
                                .ifPresent(read -> addresses.put(key.text(), read))));
        return addresses;
    }

    private static Optional<InterfaceDraft> end(Text wire, Mapping wires, List<InterfaceDraft> drafts) {
        Optional<InterfaceDraft> end = drafts.stream()
                .filter(draft -> wire.text().equals(draft.wire()))
                .findFirst();
        if (end.isEmpty()) {
            List<String> known = drafts.stream()
                    .flatMap(draft -> Optional.ofNullable(draft.wire()).stream())
                    .toList();
            wires.scope()
                    .problem(
                            wire.at(),
                            "no interface is on the wire \"" + wire.text() + "\""
                                    + Suggestion.among(wire.text(), known));
        }
        return end;
    }

    private static Optional<List<Prefix>> addresses(Cursor wire, InterfaceDraft end) {
        return wire.mapping(KEYS)
                .flatMap(mapping -> mapping.need("addresses"))
                .map(list -> list.items("a list of addresses").stream()
                        .flatMap(item -> item.literal(address(end)).stream())
                        .toList());
    }

    /** The length may be left out: that of the prefix which the interface has there, else the whole address. */
    private static Scalar<Prefix> address(InterfaceDraft end) {
        return Scalar.of("an address", text -> text.contains("/") ? Prefixes.parse(text) : alone(text, end));
    }

    private static Prefix alone(String text, InterfaceDraft end) {
        Address address = Prefixes.ip(text);
        int length = end.addresses().stream()
                .filter(prefix -> Prefixes.holds(prefix, address))
                .map(Prefix::length)
                .findFirst()
                .orElse(address.octets().length() * 8);
        return new Prefix(address, length);
    }
}
