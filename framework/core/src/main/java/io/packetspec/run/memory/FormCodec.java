package io.packetspec.run.memory;

import io.packetspec.abi.Form;
import io.packetspec.packet.Address;
import io.packetspec.packet.Octets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Single values between the model and the memory of a call. */
final class FormCodec {
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;

    private FormCodec() {}

    static byte[] encode(Form form, Object value) {
        if (value instanceof Octets octets) {
            return octets.toArray();
        } else if (value instanceof Address address) {
            return address.octets().toArray();
        } else if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return value instanceof Long number ? number(form, number) : AddressCodec.encode(value);
    }

    private static byte[] number(Form form, long number) {
        return switch (form.kind()) {
            case TIMEVAL -> time(number, MILLION);
            case TIMESPEC -> time(number, BILLION);
            default -> integer(order(form), form.size(), number);
        };
    }

    private static byte[] time(long number, long second) {
        return buffer(16)
                .putLong(Math.floorDiv(number, second))
                .putLong(Math.floorMod(number, second))
                .array();
    }

    private static byte[] integer(ByteOrder order, int size, long number) {
        ByteBuffer memory = ByteBuffer.allocate(size).order(order);
        switch (size) {
            case 1 -> memory.put((byte) number);
            case 2 -> memory.putShort((short) number);
            case 4 -> memory.putInt((int) number);
            default -> memory.putLong(number);
        }
        return memory.array();
    }

    /** What the kernel made of another length than the form has is a number of that length, or stays Octets. */
    static Object decode(Form form, byte[] octets) {
        ByteBuffer memory = ByteBuffer.wrap(octets).order(order(form));
        return switch (form.kind()) {
            case I, U, BE -> integer(memory, form.kind() == Form.Kind.I);
            case TIMEVAL -> octets.length == 16 ? (Object) time(memory, MILLION) : Octets.of(octets);
            case TIMESPEC -> octets.length == 16 ? (Object) time(memory, BILLION) : Octets.of(octets);
            case TEXT -> LayoutCodec.text(octets);
            case SOCKADDR -> AddressCodec.decode(octets);
            case IPV4, IPV6, MAC ->
                octets.length == form.size() ? new Address(Octets.of(octets)) : (Object) Octets.of(octets);
            case LINK, OCTETS, FILTER -> Octets.of(octets);
        };
    }

    /** Some options of the IP layer come back as a single octet, which has no sign. */
    private static Object integer(ByteBuffer memory, boolean signed) {
        return switch (memory.capacity()) {
            case 1 -> (long) Byte.toUnsignedInt(memory.get(0));
            case 2 -> signed ? (long) memory.getShort(0) : (long) Short.toUnsignedInt(memory.getShort(0));
            case 4 -> signed ? (long) memory.getInt(0) : Integer.toUnsignedLong(memory.getInt(0));
            case 8 -> memory.getLong(0);
            default -> Octets.of(memory.array());
        };
    }

    private static long time(ByteBuffer memory, long second) {
        return memory.getLong(0) * second + memory.getLong(8);
    }

    private static ByteOrder order(Form form) {
        return form.kind() == Form.Kind.BE ? ByteOrder.BIG_ENDIAN : ByteOrder.nativeOrder();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    }
}
