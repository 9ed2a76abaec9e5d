package io.packetspec.spec.yaml;

import io.packetspec.abi.ControlMessage;
import io.packetspec.abi.Layout;
import io.packetspec.spec.Control;
import io.packetspec.spec.ControlMatch;
import io.packetspec.spec.ControlMatch.Expected;
import io.packetspec.spec.Value;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads control messages: a mapping of their values by name, or a list of such, where one without a name is
 * {@code {level, type, hex}}.
 */
final class ControlReader {
    private static final String OTHERS = "others";
    private static final String EXPECTED = "control messages such as {IP_TTL: 9}";
    private static final Shape CONSTANT = Shapes.constant("");
    private static final Keys RAW = Keys.of(
            "a control message",
            Key.required("level", CONSTANT, "SOL_SOCKET, IPPROTO_IP …"),
            Key.required("type", CONSTANT, "of the message on that level"),
            Key.required("hex", OctetsReader.HEX_DIGITS, "its octets"));
    private static final Scalar<Long> NUMBER = Scalars.constant("");

    private final Scope scope;

    ControlReader(Scope scope) {
        this.scope = scope;
    }

    static Shape shape() {
        Shape named = named(LayoutShapes::value).shape();
        return Shape.anyOf(named, Shape.listOf(Shape.anyOf(named, RAW.shape()), 0))
                .named("control");
    }

    static Shape matchShape() {
        Keys named = named(LayoutShapes::match);
        List<Key> withOthers = new ArrayList<>(named.keys());
        withOthers.add(Key.optional(OTHERS, HostSteps.ZERO, "no other control message has come"));
        return Shape.anyOf(
                        new Keys(named.owner(), withOthers).shape(),
                        Shape.listOf(Shape.anyOf(named.shape(), RAW.shape()), 0))
                .named("match.control");
    }

    private static Keys named(Function<Layout, Shape> shape) {
        return new Keys(
                EXPECTED,
                ControlMessage.names().stream()
                        .map(name -> ControlMessage.named(name).orElseThrow())
                        .map(message -> new Key(
                                message.name(),
                                LayoutShapes.meaning(message.layout()),
                                false,
                                () -> shape.apply(message.layout())))
                        .toList());
    }

    Optional<Value<List<Control>>> read(Cursor cursor) {
        return all(cursor, false, this::sent).map(list -> Value.all(cursor.at(), list));
    }

    private Optional<Value<Control>> sent(ControlMessage message, Cursor value) {
        return new LayoutReader(scope)
                .read(message.layout(), value)
                .map(read -> read.map(known -> new Control(message, known)));
    }

    Optional<Value<ControlMatch>> match(Cursor cursor) {
        boolean others = cursor.isMapping()
                && cursor.mapping(EXPECTED)
                        .flatMap(mapping -> mapping.get(OTHERS))
                        .flatMap(value -> value.literal(HostSteps.NOTHING))
                        .orElse(false);
        return all(cursor, true, this::expected)
                .map(list -> Value.all(cursor.at(), list).map(known -> new ControlMatch(known, others)));
    }

    private Optional<Value<Expected>> expected(ControlMessage message, Cursor value) {
        return new LayoutReader(scope)
                .match(message.layout(), value)
                .map(read -> read.map(known -> new Expected(message, known)));
    }

    private <T> Optional<List<Value<T>>> all(
            Cursor cursor, boolean others, BiFunction<ControlMessage, Cursor, Optional<Value<T>>> reader) {
        int before = scope.problems().count();
        List<Value<T>> messages = new ArrayList<>();
        List<Cursor> mappings = cursor.isList() ? cursor.items("") : List.of(cursor);
        for (Cursor each : mappings) {
            each.mapping(EXPECTED)
                    .ifPresent(mapping -> messages.addAll(
                            cursor.isList() && mapping.has("level")
                                    ? raw(mapping, reader)
                                    : named(mapping, others && cursor.isMapping(), reader)));
        }
        return scope.problems().count() > before ? Optional.empty() : Optional.of(messages);
    }

    private <T> List<Value<T>> named(
            Mapping mapping, boolean others, BiFunction<ControlMessage, Cursor, Optional<Value<T>>> reader) {
        List<Value<T>> messages = new ArrayList<>();
        for (Text key : mapping.keys()) {
            Optional<ControlMessage> message = ControlMessage.named(key.text());
            if (message.isPresent()) {
                reader.apply(message.get(), mapping.get(key.text()).orElseThrow())
                        .ifPresent(messages::add);
            } else if (!others || !key.text().equals(OTHERS)) {
                scope.problem(key.at(), Suggestion.unknown("control message", key.text(), "", ControlMessage.names()));
            }
        }
        return messages;
    }

    private <T> List<Value<T>> raw(Mapping mapping, BiFunction<ControlMessage, Cursor, Optional<Value<T>>> reader) {
        mapping.expect("key", RAW);
        Optional<Integer> level =
                mapping.get("level").flatMap(c -> c.literal(NUMBER)).map(Long::intValue);
        Optional<Integer> type =
                mapping.need("type").flatMap(c -> c.literal(NUMBER)).map(Long::intValue);
        mapping.need("hex");
        return level.isEmpty() || type.isEmpty() || !mapping.has("hex")
                ? List.of()
                : reader.apply(ControlMessage.unknown(level.get(), type.get()), hex(mapping)).stream()
                        .toList();
    }

    /** The same without level and type. */
    private Cursor hex(Mapping mapping) {
        Text key = mapping.keys().stream()
                .filter(text -> text.text().equals("hex"))
                .findFirst()
                .orElseThrow();
        Tree.Entry hex = new Tree.Entry(key, mapping.raw("hex").orElseThrow());
        return new Cursor(new Tree.Entries(mapping.at(), List.of(hex)), scope);
    }
}
