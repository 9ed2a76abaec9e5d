package io.packetspec.spec.yaml;

import io.packetspec.abi.Form;
import io.packetspec.packet.Address;
import io.packetspec.packet.Field.Kind;
import io.packetspec.packet.Octets;
import io.packetspec.spec.Value;
import java.util.Optional;
import java.util.function.Function;

/** Reads a single value by its form: a Long, a String, an Address, an InterfaceName, Octets, or a socket address. */
final class FormReader {
    private static final Scalar<Object> OCTETS = Scalar.of("octets, {hex: …}", Octets::text);
    private static final Scalar<Object> TEXT = Scalar.of("a text", text -> text);
    private static final Scalar<Object> MICROSECONDS = new Time(1_000);
    private static final Scalar<Object> NANOSECONDS = new Time(1);

    private final Scope scope;

    FormReader(Scope scope) {
        this.scope = scope;
    }

    Optional<Value<Object>> read(Form form, Cursor cursor) {
        return switch (form.kind()) {
            case I, U, BE -> cursor.value(new NumberScalar(form));
            case TIMEVAL -> cursor.value(MICROSECONDS);
            case TIMESPEC -> cursor.value(NANOSECONDS);
            case TEXT -> cursor.value(TEXT);
            case OCTETS -> OctetsReader.read(cursor, OCTETS);
            case IPV4 -> cursor.value(address("an IPv4 address", Kind.IPV4));
            case IPV6 -> cursor.value(address("an IPv6 address", Kind.IPV6));
            case MAC, LINK -> cursor.value(address("a MAC address", Kind.MAC));
            case SOCKADDR -> new EndpointReader(scope).read(cursor);
            case FILTER -> FilterReader.read(cursor);
        };
    }

    private Scalar<Object> address(String expected, Kind kind) {
        Function<String, Address> parser = text -> scope.names().addresses().parse(text, kind);
        return new Scalar<>() {
            @Override
            public String expected() {
                return expected;
            }

            @Override
            public Object parse(String text) {
                return parser.apply(text);
            }

            @Override
            public Object of(Object value) {
                return value instanceof Address known && Addresses.isOf(known, kind) ? known : parse(value.toString());
            }
        };
    }

    /** @param unit of the model in nanoseconds; what an expression has is in it already */
    private record Time(long unit) implements Scalar<Object> {
        @Override
        public String expected() {
            return Scalars.DURATION.expected();
        }

        @Override
        public Object parse(String text) {
            return Scalars.DURATION.parse(text).toNanos() / unit;
        }

        @Override
        public Object of(Object value) {
            return value instanceof Long ? value : parse(value.toString());
        }
    }
}
