package io.packetspec.run.memory;

import io.packetspec.abi.Form;
import io.packetspec.abi.Layout;
import io.packetspec.abi.Struct;
import io.packetspec.packet.Address;
import io.packetspec.packet.Octets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values between the model and the memory of a call: a Long, a String, an Address or Octets; of a struct a Map of them by
 * its fields; of a socket address what {@link AddressCodec} takes, read back as the Map of its fields.
 */
public final class LayoutCodec {
    private LayoutCodec() {}

    /** Octets are taken as they are, whatever the layout; fields that are not set are zeros. */
    public static byte[] encode(Layout layout, Object value) {
        if (value instanceof Octets octets) {
            return octets.toArray();
        }
        return layout instanceof Struct struct
                ? struct(struct, (Map<?, ?>) value)
                : FormCodec.encode((Form) layout, value);
    }

    static byte[] struct(Struct struct, Map<?, ?> fields) {
        ByteBuffer memory = ByteBuffer.allocate(struct.size()).order(ByteOrder.nativeOrder());
        for (Struct.Member member : struct.members()) {
            Object value = member.form().isLength() ? length(member, fields) : fields.get(member.name());
            if (value != null) {
                put(memory, member, value);
            }
        }
        return memory.array();
    }

    /** A length that is not set is that of the address. */
    private static Object length(Struct.Member member, Map<?, ?> fields) {
        Object set = fields.get(member.name());
        Object address = fields.get("address");
        return set != null ? set : address == null ? 0L : (Object) (long) encode(Form.OCTETS, address).length;
    }

    private static void put(ByteBuffer memory, Struct.Member member, Object value) {
        if (member.width() > 0) {
            int mask = ((1 << member.width()) - 1) << member.shift();
            int bits = (int) (long) (Long) value << member.shift() & mask;
            memory.put(member.offset(), (byte) (memory.get(member.offset()) & ~mask | bits));
            return;
        }
        byte[] octets = encode(member.form(), value);
        memory.put(
                member.offset(),
                octets,
                0,
                Math.min(octets.length, member.form().size()));
    }

    /** What the kernel filled in; of a struct only those fields that it has filled in wholly. */
    public static Object decode(Layout layout, byte[] octets) {
        return layout instanceof Struct struct ? fields(struct, octets) : FormCodec.decode((Form) layout, octets);
    }

    static Map<String, Object> fields(Struct struct, byte[] octets) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Struct.Member member : struct.members()) {
            if (isThere(member, octets.length)) {
                fields.put(member.name(), field(member, octets));
            }
        }
        Object address = fields.get("address");
        struct.members().stream()
                .filter(member -> member.form().isLength() && address instanceof Octets)
                .forEach(member -> fields.put("address", link((Octets) address, (Long) fields.get(member.name()))));
        return fields;
    }

    /** Of an address inside, what is there of it will do. */
    private static boolean isThere(Struct.Member member, int length) {
        return switch (member.form().kind()) {
            case SOCKADDR -> member.offset() + Short.BYTES <= length;
            case LINK -> member.offset() < length;
            default -> member.end() <= length;
        };
    }

    private static Object field(Struct.Member member, byte[] octets) {
        if (member.width() > 0) {
            return (long) (octets[member.offset()] >> member.shift() & (1 << member.width()) - 1);
        }
        return FormCodec.decode(member.form(), part(octets, member));
    }

    private static byte[] part(byte[] octets, Struct.Member member) {
        return Arrays.copyOfRange(octets, member.offset(), Math.min(octets.length, member.end()));
    }

    private static Object link(Octets address, long length) {
        Octets part = address.slice(0, (int) Math.min(length, address.length()));
        return part.length() == 6 ? new Address(part) : part;
    }

    static String text(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
