package io.packetspec.spec.yaml;

import io.packetspec.packet.Octets;
import io.packetspec.spec.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a classic packet filter: a list of instructions {@code [code, jt, jf, k]}, as {@code tcpdump -dd} prints it. */
final class FilterReader {
    private static final int SIZE = 8;
    private static final String PROGRAM = "a list of instructions such as [[0x6, 0, 0, 0xffffffff]]";
    private static final String INSTRUCTION = "an instruction [code, jt, jf, k]";
    private static final int[] BITS = {16, 8, 8, 32};

    private FilterReader() {}

    static Shape shape() {
        List<Object> parts = new ArrayList<>();
        for (int bits : BITS) {
            parts.add(Shapes.number(0, (1L << bits) - 1).orExpression().schema());
        }
        long count = BITS.length;
        return Shape.listOf(Shape.of("type", "array", "prefixItems", parts, "minItems", count, "maxItems", count), 0);
    }

    static Optional<Value<Object>> read(Cursor cursor) {
        List<Cursor> items = cursor.items(PROGRAM);
        List<Value<byte[]>> instructions =
                items.stream().flatMap(item -> instruction(item).stream()).toList();
        return !cursor.isList() || instructions.size() < items.size()
                ? Optional.empty()
                : Optional.of(Value.all(cursor.at(), instructions).map(FilterReader::program));
    }

    private static Optional<Value<byte[]>> instruction(Cursor cursor) {
        List<Cursor> parts = cursor.items(INSTRUCTION);
        if (cursor.isList() && parts.size() != BITS.length) {
            cursor.problem("expected " + INSTRUCTION + ", not " + parts.size() + " numbers");
            return Optional.empty();
        }
        List<Value<Long>> numbers = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).value(number(BITS[i])).ifPresent(numbers::add);
        }
        return numbers.size() < BITS.length
                ? Optional.empty()
                : Optional.of(Value.all(cursor.at(), numbers).map(FilterReader::octets));
    }

    private static Scalar<Long> number(int bits) {
        return Scalar.of("a number", text -> {
            long number = Numbers.parse(text);
            if (number < 0 || number >= 1L << bits) {
                throw new IllegalArgumentException(
                        text + " does not fit into " + bits + " bits: it is a number from 0 to " + ((1L << bits) - 1));
            }
            return number;
        });
    }

    /** {@code struct sock_filter}. */
    private static byte[] octets(List<Long> parts) {
        return ByteBuffer.allocate(SIZE)
                .order(ByteOrder.nativeOrder())
                .putShort(parts.get(0).shortValue())
                .put(parts.get(1).byteValue())
                .put(parts.get(2).byteValue())
                .putInt(parts.get(3).intValue())
                .array();
    }

    private static Object program(List<byte[]> instructions) {
        ByteBuffer program = ByteBuffer.allocate(instructions.size() * SIZE);
        instructions.forEach(program::put);
        return Octets.of(program.array());
    }
}
