package io.packetspec.spec.yaml;

import io.packetspec.abi.SocketOption;
import io.packetspec.abi.SocketOption.Type;
import io.packetspec.packet.Octets;
import io.packetspec.spec.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** Reads the value of a socket option by the option's type: a Long, a String, or Octets. */
final class OptionValueReader {
    private static final Scalar<Object> INT = Scalar.of("a number or constant", OptionValueReader::number);
    private static final Scalar<Object> TIME = Scalar.of(
            "a time such as 50ms", text -> Scalars.DURATION.parse(text).toNanos() / 1000);
    private static final Scalar<Object> TEXT = Scalar.of("a text", text -> text);
    private static final Scalar<Object> OCTETS = Scalar.of("octets, {hex: …}", Octets::text);

    private static final Keys LINGER = Keys.of(
            "linger",
            Key.required("on", Shapes.NUMBER, "whether close(2) waits: 0 or 1"),
            Key.required("seconds", Shapes.NUMBER, "for how long"));

    private OptionValueReader() {}

    static Shape shape(Type type) {
        return switch (type) {
            case INT -> Shapes.constant("");
            case TIMEVAL -> Shapes.TIME;
            case TEXT -> Shape.TEXT;
            case OCTETS -> Shape.anyOf(Shape.TEXT, Shapes.OCTETS);
            case LINGER -> LINGER.shape();
        };
    }

    static Optional<Value<Object>> read(Optional<SocketOption> option, Cursor value) {
        if (option.isEmpty()) {
            return Optional.empty();
        }
        return switch (option.get().type()) {
            case INT -> value.value(INT);
            case TIMEVAL -> value.value(TIME);
            case TEXT -> value.value(TEXT);
            case OCTETS -> OctetsReader.read(value, OCTETS);
            case LINGER -> value.mapping(LINGER).flatMap(OptionValueReader::linger);
        };
    }

    private static Object number(String text) {
        return Scalars.constant("").parse(text);
    }

    private static Optional<Value<Object>> linger(Mapping linger) {
        Optional<Value<Long>> on = linger.need("on").flatMap(c -> c.value(Scalars.NUMBER));
        Optional<Value<Long>> seconds = linger.need("seconds").flatMap(c -> c.value(Scalars.NUMBER));
        return on.isEmpty() || seconds.isEmpty()
                ? Optional.empty()
                : Optional.of(Value.all(linger.at(), List.of(on.get(), seconds.get()))
                        .map(parts -> struct(parts.get(0), parts.get(1))));
    }

    /** The two ints of {@code struct linger}, socket(7). */
    private static Octets struct(long on, long seconds) {
        return Octets.of(ByteBuffer.allocate(8)
                .order(ByteOrder.nativeOrder())
                .putInt((int) on)
                .putInt((int) seconds)
                .array());
    }
}
