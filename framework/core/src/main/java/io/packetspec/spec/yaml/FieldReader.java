package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.packet.Field;
import io.packetspec.packet.Field.Kind;
import io.packetspec.packet.Match;
import io.packetspec.packet.Octets;
import io.packetspec.spec.Value;
import java.util.Optional;

/** Reads the value of a header field, or what it must be. */
final class FieldReader {
    private final Field field;
    private final boolean sent;
    private final Scope scope;

    FieldReader(Field field, boolean sent, Scope scope) {
        this.field = field;
        this.sent = sent;
        this.scope = scope;
    }

    Optional<Value<Match>> read(Cursor cursor) {
        boolean misplaced = cursor.is("valid") || cursor.is("invalid");
        if (misplaced && !field.isChecksum() && field.kind() != Kind.OCTETS) {
            cursor.problem("only a checksum is valid or invalid, " + field + " is none");
            return Optional.empty();
        }
        if (field.kind() == Kind.OPTIONS && OptionListReader.isListing(cursor)) {
            return new OptionListReader(field, sent, scope).read(cursor);
        }
        return new MatchReader(this::literal, field.isChecksum(), field.kind() == Kind.OCTETS, sent).read(cursor);
    }

    private Optional<Value<Object>> literal(Cursor cursor) {
        return switch (field.kind()) {
            case OPTIONS -> new OptionsReader(field, sent, scope).read(cursor).map(value -> value.map(v -> v));
            case OCTETS -> OctetsReader.read(cursor, scalar());
            default -> cursor.value(scalar());
        };
    }

    private Scalar<Object> scalar() {
        return new Scalar<>() {
            @Override
            public String expected() {
                return "a value " + (sent ? "" : "or matcher ") + "of " + field;
            }

            @Override
            public Object parse(String text) {
                return isAddress() ? scope.names().addresses().parse(text, field.kind()) : field.parse(text);
            }

            @Override
            public Object of(Object value) {
                if (value instanceof Long number && (field.kind() == Kind.UINT || field.kind() == Kind.FLAGS)) {
                    return field.wrap(number);
                }
                return fits(value) ? value : parse(value.toString());
            }
        };
    }

    private boolean isAddress() {
        return switch (field.kind()) {
            case MAC, IPV4, IPV6 -> true;
            default -> false;
        };
    }

    private boolean fits(Object value) {
        return value instanceof Address address
                ? Addresses.isOf(address, field.kind())
                : value instanceof Octets && field.kind() == Kind.OCTETS;
    }
}
