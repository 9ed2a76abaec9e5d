package io.packetspec.spec.yaml;

import io.packetspec.abi.Form;
import io.packetspec.abi.Layout;
import io.packetspec.abi.Struct;
import io.packetspec.packet.Match;
import io.packetspec.packet.Octets;
import io.packetspec.spec.EndpointMatch;
import io.packetspec.spec.Value;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Reads a value by how it lies in memory, or what it must be. A struct is a mapping of its fields; whatever it is, it
 * may be written {@code {hex: …}} or {@code {size: …}}, and is Octets then.
 */
final class LayoutReader {
    private static final Scalar<Object> OCTETS = Scalar.of("octets, {hex: …}", Octets::text);

    /** No struct has fields of these names. */
    private static final Set<String> OCTETS_KEYS = Set.of("hex", "size");

    private final Scope scope;

    LayoutReader(Scope scope) {
        this.scope = scope;
    }

    Optional<Value<Object>> read(Layout layout, Cursor cursor) {
        if (isOctets(cursor)) {
            return OctetsReader.read(cursor, OCTETS);
        }
        return layout instanceof Struct struct
                ? fields(struct, cursor, this::read).map(value -> value.map(fields -> fields))
                : new FormReader(scope).read((Form) layout, cursor);
    }

    Optional<Value<Match>> match(Layout layout, Cursor cursor) {
        boolean mapping = isOctets(cursor) || layout instanceof Struct || takesMapping((Form) layout);
        return new MatchReader(value -> literal(layout, value), false, mapping, false).read(cursor);
    }

    private Optional<Value<Object>> literal(Layout layout, Cursor cursor) {
        if (isOctets(cursor)) {
            return OctetsReader.read(cursor, OCTETS);
        } else if (layout instanceof Struct struct) {
            return fields(struct, cursor, this::match).map(value -> value.map(Match.Fields::new));
        }
        return ((Form) layout).kind() == Form.Kind.SOCKADDR
                ? new EndpointReader(scope).match(cursor).map(value -> value.map(LayoutReader::fields))
                : new FormReader(scope).read((Form) layout, cursor);
    }

    private static Object fields(Object address) {
        return address instanceof EndpointMatch match
                ? new Match.Fields(Map.of("address", match.address(), "port", match.port()))
                : address;
    }

    private static boolean takesMapping(Form form) {
        return switch (form.kind()) {
            case OCTETS, LINK, SOCKADDR -> true;
            default -> false;
        };
    }

    static boolean isOctets(Cursor cursor) {
        return cursor.isMapping()
                && cursor.tree() instanceof Tree.Entries entries
                && entries.entries().stream()
                        .anyMatch(entry -> OCTETS_KEYS.contains(entry.key().text()));
    }

    private <T> Optional<Value<Map<String, T>>> fields(
            Struct struct, Cursor cursor, BiFunction<Layout, Cursor, Optional<Value<T>>> reader) {
        return cursor.mapping("fields of " + struct.name() + " such as {" + example(struct) + ": …}")
                .flatMap(mapping -> {
                    mapping.expect("field", LayoutShapes.fields(struct));
                    return fields(struct, mapping, reader);
                });
    }

    private static String example(Struct struct) {
        return struct.fields().get(0);
    }

    /** Those that are written; keys that are no fields are left to the caller. */
    <T> Optional<Value<Map<String, T>>> fields(
            Struct struct, Mapping mapping, BiFunction<Layout, Cursor, Optional<Value<T>>> reader) {
        Map<String, Value<T>> fields = new LinkedHashMap<>();
        int written = 0;
        for (Text key : mapping.keys()) {
            Optional<Struct.Member> member = struct.member(key.text());
            if (member.isPresent()) {
                written++;
                Cursor value = mapping.get(key.text()).orElseThrow();
                reader.apply(member.get().form(), value).ifPresent(read -> fields.put(key.text(), read));
            }
        }
        return fields.size() < written ? Optional.empty() : Optional.of(Joint.of(mapping.at(), fields));
    }
}
