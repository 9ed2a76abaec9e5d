package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.spec.Topology.Prefix;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what wires are given. */
final class WireReader {
    private static final List<String> TYPES = List.of("ethernet", "l3");
    private static final Scalar<Boolean> TYPE = Scalar.of("ethernet or l3", WireReader::isLayer3);
    private static final Keys KEYS = Keys.of(
            "a wire",
            Key.optional(
                    "addresses",
                    Shape.listOf(Shape.pattern(Shapes.IP_PREFIX + "|" + Shapes.IPV4 + "|" + Shapes.IPV6), 0),
                    "of the far end, in place of those it gets"),
            Key.optional("type", Shape.words(TYPES), "l3: IP packets without Ethernet, by a TUN device"));

    /**
     * What is said of a wire.
     *
     * @param addresses null: nothing is
     */
    record Written(@Nullable List<Prefix> addresses, boolean layer3) {}

    private final List<InterfaceDraft> drafts;
    private final Stacks stacks;

    WireReader(List<InterfaceDraft> drafts, Stacks stacks) {
        this.drafts = drafts;
        this.stacks = stacks;
    }

    static Shape shape() {
        return Shape.mapOf(Scalars.WORD.pattern(), KEYS.shape().and("minProperties", 1L));
    }

    Map<String, Written> read(Optional<Cursor> wires) {
        Map<String, Written> written = new LinkedHashMap<>();
        wires.flatMap(c -> c.mapping("a mapping of wires such as {peer: {addresses: [192.0.2.9]}}"))
                .ifPresent(mapping -> mapping.keys()
                        .forEach(key -> end(key, mapping)
                                .flatMap(end -> wire(mapping.get(key.text()).orElseThrow(), end))
                                .ifPresent(read -> written.put(key.text(), read))));
        return written;
    }

    private Optional<InterfaceDraft> end(Text wire, Mapping wires) {
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

    private Optional<Written> wire(Cursor wire, InterfaceDraft end) {
        Optional<Mapping> mapping = wire.mapping(KEYS);
        mapping.filter(m -> !m.has("type")).ifPresent(m -> m.need("addresses", KEYS.owner()));
        boolean layer3 = mapping.flatMap(m -> m.get("type"))
                .flatMap(c -> c.literal(TYPE))
                .orElse(false);
        if (layer3 && stacks.top(end) != end) {
            mapping.flatMap(m -> m.get("type"))
                    .orElseThrow()
                    .problem(end.path() + " has no Ethernet on such a wire: nothing can be made of it");
        }
        return mapping.map(m ->
                new Written(m.get("addresses").map(c -> addresses(c, end)).orElse(null), layer3));
    }

    private List<Prefix> addresses(Cursor list, InterfaceDraft end) {
        return list.items("a list of addresses").stream()
                .flatMap(item -> item.literal(address(stacks.top(end))).stream())
                .toList();
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

    private static boolean isLayer3(String text) {
        if (!TYPES.contains(text)) {
            throw new IllegalArgumentException(Suggestion.unknown("type", text, " of a wire", TYPES));
        }
        return text.equals("l3");
    }
}
