package io.packetspec.spec.yaml;

import io.packetspec.abi.Constants;
import io.packetspec.abi.Struct;
import io.packetspec.packet.Match;
import io.packetspec.packet.Octets;
import io.packetspec.spec.AddressFields;
import io.packetspec.spec.Family;
import io.packetspec.spec.Value;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a socket address by its fields, or by its octets: what no {@code host:port} can say. */
final class AddressFieldsReader {
    private static final String HEX = "hex";
    private static final String LENGTH = "length";
    private static final String FAMILY = "family";
    private static final Set<String> LINK = Set.of("protocol", "ifindex", "hatype", "pkttype", "halen");
    private static final Set<String> INTERNET6 = Set.of("flowinfo", "scope_id");
    private static final List<String> STRUCTS = List.of("sockaddr_in", "sockaddr_in6", "sockaddr_ll", "sockaddr");
    private static final Keys IN_HEX =
            Keys.of("an address in hex", Key.required(HEX, OctetsReader.HEX_DIGITS, "the octets of the sockaddr"));
    private static final Scalar<Object> OCTETS = Scalar.of("hex digits", Octets::hex);
    private static final Scalar<Long> NUMBER =
            Scalar.of("a number of octets from 0 to 128", AddressFieldsReader::length);

    private final Scope scope;

    AddressFieldsReader(Scope scope) {
        this.scope = scope;
    }

    /** Whether this key is one that an endpoint of address and port has not. */
    static boolean isKey(String key) {
        return key.equals(HEX)
                || key.equals(LENGTH)
                || key.equals(FAMILY)
                || key.equals("data")
                || LINK.contains(key)
                || INTERNET6.contains(key);
    }

    static Shape shape() {
        List<Shape> shapes = new ArrayList<>(List.of(IN_HEX.shape()));
        STRUCTS.forEach(name -> shapes.add(shape(keys(Struct.of(name)))));
        return Shape.anyOf(shapes);
    }

    static Shape matchShape() {
        return Shape.anyOf(STRUCTS.stream()
                .map(name -> shape(LayoutShapes.expected(Struct.of(name))))
                .toList());
    }

    /** With a key that tells it from an endpoint of address and port. */
    private static Shape shape(Keys keys) {
        List<Object> own = keys.names().stream()
                .filter(AddressFieldsReader::isKey)
                .<Object>map(name -> Map.of("required", List.of(name)))
                .toList();
        return keys.shape().and("anyOf", own);
    }

    private static Keys keys(Struct struct) {
        List<Key> keys = new ArrayList<>(LayoutShapes.fields(struct).keys());
        keys.add(Key.optional(LENGTH, Shapes.number(0, 128), "how many octets the call is given"));
        return new Keys(struct.name(), keys);
    }

    Optional<Value<Object>> read(Cursor cursor) {
        Mapping mapping = cursor.mapping("").orElseThrow();
        if (mapping.has(HEX)) {
            mapping.expect("key", IN_HEX);
            return mapping.get(HEX).flatMap(hex -> hex.value(OCTETS));
        }
        Struct struct = struct(mapping);
        mapping.expect("key", keys(struct));
        Optional<Value<Map<String, Object>>> fields =
                new LayoutReader(scope).fields(struct, mapping, new LayoutReader(scope)::read);
        Optional<Value<Long>> length = mapping.has(LENGTH)
                ? mapping.get(LENGTH).flatMap(c -> c.value(NUMBER))
                : Optional.of(new Value.Literal<>(cursor.at(), -1L));
        return fields.isEmpty() || length.isEmpty()
                ? Optional.empty()
                : Optional.of(Value.<Object>all(
                                cursor.at(),
                                List.of(fields.get().map(v -> v), length.get().map(v -> v)))
                        .map(parts -> address(struct, (Map<?, ?>) parts.get(0), (Long) parts.get(1))));
    }

    private static AddressFields address(Struct struct, Map<?, ?> fields, long length) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(FAMILY, family(struct));
        fields.forEach((name, value) -> all.put((String) name, value));
        return new AddressFields(struct, all, (int) length);
    }

    private static long family(Struct struct) {
        return switch (struct.name()) {
            case "sockaddr_in" -> 2;
            case "sockaddr_in6" -> 10;
            case "sockaddr_ll" -> 17;
            default -> 0;
        };
    }

    Optional<Value<Object>> match(Cursor cursor) {
        Mapping mapping = cursor.mapping("").orElseThrow();
        Struct struct = struct(mapping);
        mapping.expect("key", LayoutShapes.expected(struct));
        return new LayoutReader(scope)
                .fields(struct, mapping, new LayoutReader(scope)::match)
                .map(value -> value.map(Match.Fields::new));
    }

    /** By the family; where that has no struct of its own, such as AF_UNSPEC, by the other keys. */
    private Struct struct(Mapping mapping) {
        Optional<Struct> own = mapping.get(FAMILY)
                .filter(family -> family.tree() instanceof Text)
                .flatMap(family -> known(((Text) family.tree()).text()))
                .map(Struct::address)
                .filter(struct -> !struct.name().equals("sockaddr"));
        return own.orElseGet(() -> byKeys(mapping));
    }

    private static Optional<Long> known(String family) {
        return Numbers.isNumber(family) ? Optional.of(Numbers.parse(family)) : Constants.value(family);
    }

    private Struct byKeys(Mapping mapping) {
        if (mapping.keys().stream().anyMatch(key -> LINK.contains(key.text()))) {
            return Struct.of("sockaddr_ll");
        } else if (mapping.keys().stream().anyMatch(key -> INTERNET6.contains(key.text()))) {
            return Struct.of("sockaddr_in6");
        } else if (!mapping.has("address") && !mapping.has("port")) {
            return Struct.of("sockaddr");
        }
        return Struct.of(scope.family() == Family.IPV4 ? "sockaddr_in" : "sockaddr_in6");
    }

    private static long length(String text) {
        long length = Numbers.parse(text);
        if (length < 0 || length > 128) {
            throw new IllegalArgumentException("expected a length of 0 to 128 octets, not " + text);
        }
        return length;
    }
}
