package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.packet.Match;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.EndpointMatch;
import io.packetspec.spec.Value;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.List;
import java.util.Optional;

/**
 * Reads an address with a port: {@code peer:80}, {@code 192.0.2.2}, {@code "[2001:db8::2]:80"}, or a mapping. One with
 * other keys is a socket address by its fields.
 */
final class EndpointReader {
    private static final String OWNER = "an endpoint";
    private static final Shape PORT_NUMBER = Shapes.number(0, 0xffff);
    private static final Keys KEYS = Keys.of(
            OWNER,
            Key.required("address", Shapes.ADDRESS, "an address, or the name of a host or wire"),
            Key.optional("port", PORT_NUMBER, "0 if left out"));
    private static final Keys MATCH = Keys.of(
            OWNER,
            Key.optional("address", Shapes.match("address", Shapes.ADDRESS, false), "what the address must be"),
            Key.optional("port", Shapes.match("port", PORT_NUMBER, true), "what the port must be"));
    private static final Scalar<Long> PORT = Scalar.of("a port", EndpointScalar::port);

    private final Scope scope;
    private final Scalar<Address> address;
    private final Scalar<EndpointScalar.Parts> text;

    EndpointReader(Scope scope) {
        this.scope = scope;
        this.address = new AddressScalar(scope);
        this.text = new EndpointScalar(address);
    }

    /** In one text. */
    static Shape written() {
        return Shape.pattern("(?:%1$s|%2$s)(?::%4$s)?|%3$s|\\[(?:%3$s)](?::%4$s)?"
                        .formatted(Shapes.IPV4, Shapes.NAMED, Shapes.IPV6, Shapes.PORT))
                .named("host-and-port");
    }

    static Shape shape() {
        return Shape.anyOf(written(), KEYS.shape(), AddressFieldsReader.shape()).named("endpoint");
    }

    static Shape matchShape() {
        return Shape.anyOf(written(), MATCH.shape(), AddressFieldsReader.matchShape())
                .named("match.endpoint");
    }

    /** An {@link Endpoint}, {@link io.packetspec.spec.AddressFields}, or Octets. */
    Optional<Value<Object>> read(Cursor cursor) {
        if (!cursor.isMapping()) {
            return cursor.value(text)
                    .map(value -> value.map(p -> endpoint(p.address(), p.port() == null ? 0 : p.port())));
        }
        if (!isPlain(cursor)) {
            return new AddressFieldsReader(scope).read(cursor);
        }
        return cursor.mapping(KEYS).flatMap(mapping -> {
            Optional<Value<Object>> host =
                    mapping.need("address").flatMap(c -> c.value(address)).map(value -> value.map(v -> v));
            Optional<Value<Object>> port = mapping.has("port")
                    ? mapping.get("port").flatMap(c -> c.value(PORT)).map(value -> value.map(v -> v))
                    : Optional.of(new Value.Literal<>(cursor.at(), 0L));
            return both(cursor, host, port).map(value -> value.map(p -> endpoint((Address) p.get(0), (Long) p.get(1))));
        });
    }

    /** An {@link EndpointMatch}, or a {@link Match} of the address's fields. */
    Optional<Value<Object>> match(Cursor cursor) {
        if (cursor.is("any")) {
            return Optional.of(new Value.Literal<>(cursor.at(), EndpointMatch.ANY));
        }
        if (!cursor.isMapping()) {
            return cursor.value(text).map(value -> value.map(EndpointReader::match));
        }
        if (!isPlain(cursor)) {
            return new AddressFieldsReader(scope).match(cursor);
        }
        return cursor.mapping(MATCH).flatMap(mapping -> {
            Optional<Value<Match>> host = part(mapping, "address", address);
            Optional<Value<Match>> port = part(mapping, "port", PORT);
            return both(cursor, host, port).map(value -> value.map(p -> new EndpointMatch(p.get(0), p.get(1))));
        });
    }

    /** Whether its keys are those of an endpoint, or are misspelled so. */
    private static boolean isPlain(Cursor cursor) {
        return cursor.mapping("")
                .map(mapping -> mapping.keys().stream().map(Text::text).noneMatch(AddressFieldsReader::isKey))
                .orElse(true);
    }

    private static Object match(EndpointScalar.Parts parts) {
        return new EndpointMatch(
                Match.exact(parts.address()), parts.port() == null ? new Match.Any() : Match.exact(parts.port()));
    }

    private static Optional<Value<Match>> part(Mapping mapping, String key, Scalar<?> scalar) {
        return mapping.has(key)
                ? mapping.get(key).flatMap(MatchReader.of(scalar)::read)
                : Optional.of(new Value.Literal<>(mapping.at(), new Match.Any()));
    }

    private static <T> Optional<Value<List<T>>> both(Cursor at, Optional<Value<T>> one, Optional<Value<T>> other) {
        return one.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(Value.all(at.at(), List.of(one.get(), other.get())));
    }

    private static Object endpoint(Address address, long port) {
        return new Endpoint(address, (int) port);
    }
}
