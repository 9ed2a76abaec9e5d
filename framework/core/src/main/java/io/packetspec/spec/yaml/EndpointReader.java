package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.packet.Match;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.EndpointMatch;
import io.packetspec.spec.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an address with a port: {@code peer:80}, {@code 192.0.2.2}, {@code "[2001:db8::2]:80"}, or a mapping. */
final class EndpointReader {
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)](?::(.*))?");
    private static final Pattern ONE_COLON = Pattern.compile("([^:]*):([^:]*)");
    private static final String EXPECTED = "an endpoint such as peer:80";
    private static final List<String> KEYS = List.of("address", "port");
    private static final Scalar<Long> PORT = Scalar.of("a port", EndpointReader::port);

    private final Scope scope;
    private final Scalar<Address> address;

    EndpointReader(Scope scope) {
        this.scope = scope;
        this.address = new AddressScalar(scope);
    }

    private record Parts(Address address, @Nullable Long port) {}

    Optional<Value<Endpoint>> read(Cursor cursor) {
        if (!cursor.isMapping()) {
            return cursor.value(scalar())
                    .map(value -> value.map(p -> endpoint(p.address(), p.port() == null ? 0 : p.port())));
        }
        return cursor.mapping("an endpoint", KEYS).flatMap(mapping -> {
            Optional<Value<Object>> host = mapping.need("address", "an endpoint")
                    .flatMap(c -> c.value(address))
                    .map(value -> value.map(v -> v));
            Optional<Value<Object>> port = mapping.has("port")
                    ? mapping.get("port").flatMap(c -> c.value(PORT)).map(value -> value.map(v -> v))
                    : Optional.of(new Value.Literal<>(cursor.at(), 0L));
            return both(cursor, host, port).map(value -> value.map(p -> endpoint((Address) p.get(0), (Long) p.get(1))));
        });
    }

    Optional<Value<EndpointMatch>> match(Cursor cursor) {
        if (cursor.is("any")) {
            return Optional.of(new Value.Literal<>(cursor.at(), EndpointMatch.ANY));
        }
        if (!cursor.isMapping()) {
            return cursor.value(scalar()).map(value -> value.map(EndpointReader::match));
        }
        return cursor.mapping("an endpoint", KEYS).flatMap(mapping -> {
            Optional<Value<Match>> host = part(mapping, "address", address);
            Optional<Value<Match>> port = part(mapping, "port", PORT);
            return both(cursor, host, port).map(value -> value.map(p -> new EndpointMatch(p.get(0), p.get(1))));
        });
    }

    private static EndpointMatch match(Parts parts) {
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

    private Scalar<Parts> scalar() {
        return new Scalar<>() {
            @Override
            public String expected() {
                return EXPECTED;
            }

            @Override
            public Parts parse(String text) {
                Matcher split = BRACKETS.matcher(text).matches() ? BRACKETS.matcher(text) : ONE_COLON.matcher(text);
                return split.matches()
                        ? new Parts(address.parse(split.group(1)), split.group(2) == null ? null : port(split.group(2)))
                        : new Parts(address.parse(text), null);
            }

            @Override
            public Parts of(Object value) {
                if (value instanceof Endpoint endpoint) {
                    return new Parts(endpoint.address(), (long) endpoint.port());
                }
                return value instanceof Address known ? new Parts(known, null) : parse(value.toString());
            }
        };
    }

    private static Endpoint endpoint(Address address, long port) {
        return new Endpoint(address, (int) port);
    }

    private static long port(String text) {
        long port = Numbers.isNumber(text) ? Numbers.parse(text) : -1;
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("expected a port from 0 to 65535, not \"" + text + "\"");
        }
        return port;
    }

    private record AddressScalar(Scope scope) implements Scalar<Address> {
        @Override
        public String expected() {
            return "an address, or the name of a host or wire";
        }

        @Override
        public Address parse(String text) {
            return scope.names().addresses().parse(text, scope.family());
        }

        @Override
        public Address of(Object value) {
            return value instanceof Address known ? known : parse(value.toString());
        }
    }
}
