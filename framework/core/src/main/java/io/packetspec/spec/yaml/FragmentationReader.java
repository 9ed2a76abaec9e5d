package io.packetspec.spec.yaml;

import io.packetspec.packet.header.Fragmentable;
import io.packetspec.packet.header.Fragmentable.Piece;
import io.packetspec.spec.Fragmentation;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Reads how a packet is cut into fragments. */
final class FragmentationReader {
    private static final String RANGES = "a list of ranges of octets such as [[0, 16], [16, 40]]";
    private static final int LARGEST = 0xffff;
    private static final Shape OCTETS = Shapes.number(0, 8 * LARGEST);
    private static final Keys KEYS = Keys.of(
            "fragment",
            Key.optional(
                    "size", Shapes.number(1, LARGEST), "octets of payload in each fragment, the last may have less"),
            Key.optional("order", Shape.listOf(Shapes.number(0, LARGEST), 1), "fragments by their numbers, from 0"),
            Key.optional(
                    "ranges",
                    Shape.listOf(Shape.listOf(OCTETS, 2).and("maxItems", 2L), 1),
                    "a fragment each: its first octet, and the first behind it"),
            Key.optional("id", Shapes.number(0, 0xffff_ffffL), "the identification; at random if left out"));
    private static final Scalar<Integer> SIZE = number("a number of octets", 1, LARGEST, n -> (int) n);
    private static final Scalar<Integer> NUMBER = number("the number of a fragment", 0, LARGEST, n -> (int) n);
    private static final Scalar<Integer> OCTET = number("a number of octets", 0, 8 * LARGEST, n -> (int) n);
    private static final Scalar<Long> ID = number("a number", 0, 0xffffffffL, n -> n);

    private FragmentationReader() {}

    private static <T> Scalar<T> number(String expected, long min, long max, LongFunction<T> result) {
        return Scalar.of(expected, text -> {
            long number = Numbers.parse(text);
            if (number < min || number > max) {
                throw new IllegalArgumentException(
                        "expected " + expected + " from " + min + " to " + max + ", not " + text);
            }
            return result.apply(number);
        });
    }

    static Shape shape() {
        return KEYS.shape()
                .and(
                        "oneOf",
                        List.of(Map.of("required", List.of("size")), Map.of("required", List.of("ranges"))),
                        "dependentRequired",
                        Map.of("order", List.of("size")));
    }

    static Optional<Fragmentation> read(Cursor cursor, PacketTemplate packet) {
        return cursor.mapping(KEYS).map(mapping -> read(cursor, mapping, packet));
    }

    private static Fragmentation read(Cursor cursor, Mapping mapping, PacketTemplate packet) {
        boolean both = mapping.has("size") && mapping.has("ranges");
        if (both || mapping.lacks("size") && mapping.lacks("ranges")) {
            mapping.scope().problem(mapping.at(), "fragment needs \"size\" or \"ranges\"" + (both ? ", not both" : ""));
        }
        if (mapping.has("ranges")) {
            mapping.keyAt("order")
                    .ifPresent(at -> mapping.scope()
                            .problem(at, "\"order\" goes with \"size\"; \"ranges\" have their order themselves"));
        }
        Fragmentation read = new Fragmentation(
                cursor.at(),
                mapping.get("size").flatMap(c -> literal(c, SIZE)).orElse(null),
                mapping.get("order").map(FragmentationReader::order).orElse(List.of()),
                mapping.get("ranges").map(FragmentationReader::ranges).orElse(List.of()),
                mapping.get("id").flatMap(c -> c.literal(ID)).orElse(null));
        check(cursor, read, packet);
        return read;
    }

    private static <T> Optional<Value.Literal<T>> literal(Cursor cursor, Scalar<T> scalar) {
        return cursor.literal(scalar).map(value -> new Value.Literal<>(cursor.at(), value));
    }

    private static List<Value.Literal<Integer>> order(Cursor list) {
        List<Cursor> items = list.items("a list of numbers of fragments such as [1, 0]");
        if (list.isList() && items.isEmpty()) {
            list.problem("expected at least one fragment");
        }
        return items.stream().flatMap(item -> literal(item, NUMBER).stream()).toList();
    }

    private static List<Value.Literal<Piece>> ranges(Cursor list) {
        List<Cursor> items = list.items(RANGES);
        if (list.isList() && items.isEmpty()) {
            list.problem("expected at least one range");
        }
        return items.stream().flatMap(item -> range(item).stream()).toList();
    }

    private static Optional<Value.Literal<Piece>> range(Cursor range) {
        List<Cursor> ends = range.items("a range of octets such as [0, 16]");
        if (range.isList() && ends.size() != 2) {
            range.problem("expected a range of octets such as [0, 16], not " + ends.size() + " numbers");
        }
        List<Integer> octets =
                ends.stream().flatMap(end -> end.literal(OCTET).stream()).toList();
        return ends.size() == 2 && octets.size() == 2 ? range(range, octets.get(0), octets.get(1)) : Optional.empty();
    }

    private static Optional<Value.Literal<Piece>> range(Cursor range, int from, int to) {
        if (from % Fragmentable.UNIT != 0) {
            range.problem("a fragment begins at a multiple of 8 octets, not at " + from);
        } else if (from >= to) {
            range.problem("no octets: the range goes from the first, included, up to the second");
        } else {
            return Optional.of(new Value.Literal<>(range.at(), new Piece(from, to)));
        }
        return Optional.empty();
    }

    /** Against the packet, as far as it is known. */
    private static void check(Cursor cursor, Fragmentation read, PacketTemplate packet) {
        List<LayerTemplate> layers = packet.layers();
        if (layers.isEmpty()) {
            return;
        }
        if (!Fragmentable.isMeantFor(layers.stream().map(LayerTemplate::header).toList())) {
            cursor.problem("only what has an IP header can be cut into fragments");
        } else if (layers.stream().allMatch(layer -> layer.value() instanceof Value.Literal)) {
            read.problems(Fragmentable.length(packet.in(Map.of())))
                    .forEach(problem -> cursor.scope().problem(problem.at(), problem.message()));
        }
    }
}
