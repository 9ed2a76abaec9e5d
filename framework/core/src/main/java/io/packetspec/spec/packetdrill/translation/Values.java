package io.packetspec.spec.packetdrill.translation;

import io.packetspec.abi.Constants;
import io.packetspec.abi.ScriptConstants;
import io.packetspec.abi.SocketOption;
import io.packetspec.packet.Address;
import io.packetspec.packet.Octets;
import io.packetspec.spec.packetdrill.Expression;
import io.packetspec.spec.packetdrill.Struct;
import io.packetspec.spec.packetdrill.Text;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** What expressions are worth. */
final class Values {
    private Values() {}

    static boolean isAny(Expression expression) {
        return expression instanceof Expression.Ellipsis;
    }

    static long number(Expression expression) {
        if (expression instanceof Expression.Number number) {
            return number.value();
        } else if (expression instanceof Expression.Name name) {
            return Constants.value(name.name())
                    .or(() -> ScriptConstants.value(name.name()))
                    .or(() -> SocketOption.named(name.name()).map(option -> (long) option.number()))
                    .orElseThrow(() -> new Untranslatable(name.at(), "unknown constant " + name.name()));
        } else if (expression instanceof Expression.Union union) {
            return union.operands().stream().mapToLong(Values::number).reduce(0, (a, b) -> a | b);
        }
        throw new Untranslatable(expression.at(), "expected a number or a constant, not " + expression);
    }

    /** A null pointer, by its name or as 0. */
    static boolean isNull(Expression expression) {
        return expression instanceof Expression.Name name && name.name().equals("NULL")
                || expression instanceof Expression.Number number && number.value() == 0;
    }

    /** The only element of {@code [x]}. */
    static Expression pointee(Expression expression) {
        if (expression instanceof Expression.Array array && array.elements().size() == 1) {
            return array.elements().get(0);
        }
        throw new Untranslatable(expression.at(), "expected one value in [ ], not " + expression);
    }

    static List<Expression> elements(Expression expression) {
        if (expression instanceof Expression.Array array) {
            return array.elements();
        }
        throw new Untranslatable(expression.at(), "expected a list in [ ], not " + expression);
    }

    /** As it lies in memory. */
    static Octets memory(Expression expression, int length) {
        if (expression instanceof Text text) {
            return Octets.of(Arrays.copyOf(octets(text), length));
        } else if (expression instanceof Struct struct && struct.kind().name().equals("LINGER")) {
            ByteBuffer linger = ByteBuffer.allocate(2 * Integer.BYTES).order(ByteOrder.nativeOrder());
            struct.members().forEach(member -> linger.putInt((int) number(member.value())));
            return Octets.of(linger.array());
        }
        if (expression instanceof Expression.InternetAddress address) {
            return Address.parse(address.address()).octets();
        }
        Expression value = expression instanceof Expression.Array ? pointee(expression) : expression;
        if (value != expression && !(value instanceof Expression.Number)) {
            return memory(value, length);
        }
        byte[] octets = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(number(value))
                .array();
        return Octets.of(Arrays.copyOf(octets, length));
    }

    static byte[] octets(Text text) {
        try {
            return text.octets();
        } catch (IllegalArgumentException e) {
            throw new Untranslatable(text.at(), e.getMessage() == null ? "" : e.getMessage());
        }
    }
}
