package io.packetspec.spec;

import io.packetspec.packet.header.Fragmentable;
import io.packetspec.packet.header.Fragmentable.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a packet is cut into fragments, and which of them are sent.
 *
 * @param size the most octets of the packet that a fragment carries; null: {@code ranges} say it
 * @param order numbers of the fragments from 0 that are sent, in this order; none: all, in theirs
 * @param ranges the octets of each fragment, in the order in which they are sent
 * @param id the identification; null: that of the packet, or the next one
 */
public record Fragmentation(
        At at,
        Value.@Nullable Literal<Integer> size,
        List<Value.Literal<Integer>> order,
        List<Value.Literal<Piece>> ranges,
        @Nullable Long id) {
    public Fragmentation {
        order = List.copyOf(order);
        ranges = List.copyOf(ranges);
    }

    /** What is wrong with it for a packet of which so many octets are cut. */
    public List<Problem> problems(int length) {
        List<Problem> problems = new ArrayList<>();
        if (size != null && size.value() < length && size.value() % Fragmentable.UNIT != 0) {
            problems.add(new Problem(size.at(), noMultiple(size.value(), length)));
        }
        for (Value.Literal<Integer> number : order) {
            if (number.value() >= count(length)) {
                problems.add(new Problem(number.at(), noFragment(number.value(), length)));
            }
        }
        for (Value.Literal<Piece> range : ranges) {
            if (range.value().to() > length) {
                problems.add(new Problem(
                        range.at(),
                        "there are " + length + " octets to cut, not "
                                + range.value().to()));
            }
        }
        return problems;
    }

    private static String noMultiple(int size, int length) {
        int fitting = size / Fragmentable.UNIT * Fragmentable.UNIT;
        return size + " is no multiple of 8, and " + length + " octets need several fragments: give "
                + (fitting == 0 ? "" : fitting + " or ") + (fitting + Fragmentable.UNIT)
                + ", or write the fragments with \"ranges\"";
    }

    private String noFragment(int number, int length) {
        int last = count(length) - 1;
        return "there is no fragment " + number + ": " + length + " octets are "
                + (last == 0 ? "one fragment, 0" : (last + 1) + " fragments, 0 to " + last);
    }

    private int count(int length) {
        return size == null ? ranges.size() : Math.max(1, (length + size.value() - 1) / size.value());
    }

    /**
     * The fragments as they are sent.
     *
     * @throws SpecException if there are {@link #problems}
     */
    public List<Piece> pieces(int length) {
        problems(length).stream().findFirst().ifPresent(problem -> {
            throw new SpecException(problem.at(), problem.message(), null);
        });
        if (size == null) {
            return ranges.stream().map(Value.Literal::value).toList();
        }
        List<Piece> all = IntStream.range(0, count(length))
                .mapToObj(i -> new Piece(i * size.value(), Math.min((i + 1) * size.value(), length)))
                .toList();
        return order.isEmpty()
                ? all
                : order.stream().map(n -> all.get(n.value())).toList();
    }
}
