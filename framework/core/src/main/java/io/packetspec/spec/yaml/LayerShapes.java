package io.packetspec.spec.yaml;

import io.packetspec.packet.Field;
import io.packetspec.packet.Field.Kind;
import io.packetspec.packet.Header;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Family;
import io.packetspec.spec.Ip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The shapes of packets that are sent, or expected: of their layers, by the tables of the headers. */
final class LayerShapes {
    private final boolean sent;
    private final String prefix;

    private LayerShapes(boolean sent) {
        this.sent = sent;
        this.prefix = sent ? "sent" : "expected";
    }

    static Shape packet(boolean sent) {
        LayerShapes shapes = new LayerShapes(sent);
        Map<String, Shape> layers = new LinkedHashMap<>();
        Headers.all().forEach(header -> layers.put(header.name(), shapes.layer(header.name(), header)));
        layers.put(Ip.LAYER, shapes.ip());
        return Shape.listOf(Shape.anyOf(Shape.words(layers.keySet()), Shape.oneOf(layers)), 1);
    }

    /** The value of a TCP field that is sent. */
    static Shape sent(Field field) {
        return new LayerShapes(true).field(Headers.TCP.name(), field);
    }

    private Shape layer(String path, Header header) {
        List<Shape> shapes = new ArrayList<>(List.of(Shape.NOTHING));
        Optional<Field> principal = header.principal();
        principal.ifPresent(field -> shapes.add(field(path, field)));
        boolean octets = header.fields().size() == 1
                && principal.filter(f -> f.kind() == Kind.OCTETS).isPresent();
        if (!octets) {
            Shape fields = fields(path, header).shape();
            shapes.add(header == Headers.TCP ? fields.with(SegmentReader.RULES.schema()) : fields);
        }
        return Shape.anyOf(shapes).named(prefix + "." + path);
    }

    private Keys fields(String path, Header header) {
        List<Key> keys = new ArrayList<>();
        header.fields().forEach(field -> keys.add(Key.optional(field.name(), field(path, field), meaning(field))));
        if (header == Headers.TCP) {
            keys.addAll(SegmentReader.keys(sent));
        }
        return new Keys(header.name(), keys);
    }

    private static String meaning(Field field) {
        return field.isChecksum() ? "computed if left out" : field.bits() == 0 ? "" : field.bits() + " bits";
    }

    /** The fields of both families' headers, each by all of its names. */
    private Shape ip() {
        Map<String, List<Shape>> fields = new TreeMap<>();
        for (Family family : Family.values()) {
            Header header = Headers.named(Ip.layer(Ip.LAYER, family)).orElseThrow();
            header.fields().forEach(field -> both(fields, field.name(), field(header.name(), field)));
            Ip.sharedFields()
                    .forEach(name -> header.field(Ip.field(name, family))
                            .filter(field -> !field.name().equals(name))
                            .ifPresent(field -> both(fields, name, field(header.name(), field))));
        }
        List<Key> keys = new ArrayList<>();
        fields.forEach((name, shapes) -> keys.add(
                Key.optional(name, Shape.anyOf(shapes.stream().distinct().toList()), "of IPv4 or IPv6")));
        Shape mapping = new Keys(Ip.LAYER, keys).shape().and("not", Map.of("anyOf", twoNames()));
        return Shape.anyOf(Shape.NOTHING, mapping).named(prefix + "." + Ip.LAYER);
    }

    /** Mappings that have the same field by both of its names. */
    private static List<Object> twoNames() {
        return Ip.sharedFields().stream()
                .sorted()
                .filter(name -> !Ip.field(name, Family.IPV6).equals(name))
                .<Object>map(name -> Map.of("required", List.of(name, Ip.field(name, Family.IPV6))))
                .toList();
    }

    private static void both(Map<String, List<Shape>> fields, String name, Shape shape) {
        fields.computeIfAbsent(name, key -> new ArrayList<>()).add(shape);
    }

    private Shape field(String path, Field field) {
        if (field.kind() == Kind.OPTIONS) {
            String own = prefix + "." + path + "." + field.name();
            Shape options = options(path + "." + field.name(), field);
            return sent
                    ? options.named(own)
                    : Shape.anyOf(OptionListReader.shape(options), MatchReader.shape(own, options, false, List.of()));
        }
        Shape value = value(path, field);
        boolean number = field.kind() == Kind.UINT || field.kind() == Kind.FLAGS;
        List<String> words = field.isChecksum() ? List.of("valid", "invalid") : List.of();
        return sent ? value : MatchReader.shape("match." + name(path, field), value, number, words);
    }

    private static String name(String path, Field field) {
        return switch (field.kind()) {
            case MAC, IPV4, IPV6 -> field.kind().name().toLowerCase(Locale.ROOT);
            case OCTETS -> "text-or-octets";
            default ->
                field.isChecksum()
                        ? "checksum-" + field.bits()
                        : field.words().isEmpty() ? "number-" + field.bits() : path + "." + field.name();
        };
    }

    private static Shape value(String path, Field field) {
        Shape number = Shapes.number(0, (1L << field.bits()) - 1);
        return switch (field.kind()) {
            case UINT -> field.words().isEmpty() ? number : Shape.anyOf(number, Shape.words(field.words()));
            case FLAGS -> flags(field, number);
            case MAC -> Shape.pattern(Shapes.MAC + "|" + Shapes.NAMED);
            case IPV4 -> Shape.pattern(Shapes.IPV4 + "|" + Shapes.NAMED);
            case IPV6 -> Shape.pattern(Shapes.IPV6 + "|" + Shapes.NAMED);
            case OCTETS -> Shape.anyOf(Shape.TEXT, Shapes.OCTETS);
            case OPTIONS -> throw new IllegalArgumentException(path);
        };
    }

    /** Letters that run together, or words that are joined. */
    private static Shape flags(Field field, Shape number) {
        boolean letters = field.words().stream().allMatch(word -> word.length() == 1);
        String one = "(?:" + Shapes.any(field.words()) + ")";
        String pattern = letters ? one + "*" : "|" + one + "(?:[+|]" + one + ")*";
        return Shape.anyOf(number, Shape.pattern(pattern));
    }

    private Shape options(String path, Field field) {
        Map<String, Shape> formats = new LinkedHashMap<>();
        field.formats().forEach((name, format) -> formats.put(name, layer(path + "." + name, format)));
        List<Shape> option = new ArrayList<>(List.of(Shape.words(formats.keySet()), Shape.oneOf(formats)));
        field.unnamedFormat()
                .ifPresent(format ->
                        option.add(fields(path + "." + format.name(), format).shape()));
        return Shape.listOf(Shape.anyOf(option), 0);
    }
}
