package io.packetspec.run;

import io.packetspec.abi.SocketOption;
import io.packetspec.packet.Octets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Values of socket options between the model and the octets of a call. */
final class OptionValues {
    private static final long MICROSECONDS = 1_000_000;

    private OptionValues() {}

    static byte[] encode(SocketOption option, Object value) {
        if (value instanceof Octets octets) {
            return octets.toArray();
        } else if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        long number = (Long) value;
        return option.type() == SocketOption.Type.TIMEVAL
                ? buffer(16)
                        .putLong(number / MICROSECONDS)
                        .putLong(number % MICROSECONDS)
                        .array()
                : buffer(4).putInt((int) number).array();
    }

    /** A Long, a String or Octets, by the option's type; what the kernel made of another length stays Octets. */
    static Object decode(SocketOption option, byte[] octets) {
        ByteBuffer value = ByteBuffer.wrap(octets).order(ByteOrder.nativeOrder());
        return switch (option.type()) {
            case INT -> number(value);
            case TIMEVAL ->
                octets.length == 16 ? (Object) (value.getLong(0) * MICROSECONDS + value.getLong(8)) : Octets.of(octets);
            case TEXT -> text(octets);
            case LINGER, OCTETS -> Octets.of(octets);
        };
    }

    /** Some options of the IP layer come back as a single octet. */
    private static Object number(ByteBuffer value) {
        return switch (value.capacity()) {
            case 1 -> (long) Byte.toUnsignedInt(value.get(0));
            case 4 -> (long) value.getInt(0);
            case 8 -> value.getLong(0);
            default -> Octets.of(value.array());
        };
    }

    private static String text(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    }
}
