package io.packetspec.spec.yaml;

import io.packetspec.abi.SocketOption;
import io.packetspec.abi.SocketOption.Type;
import io.packetspec.spec.Signature;
import io.packetspec.spec.Signature.Argument;
import io.packetspec.spec.Signature.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shapes of system calls, by their signatures. */
final class CallShapes {
    private static final String PACKET = "packet";
    private static final List<String> EITHER = List.of(PACKET, CallReader.PAYLOAD);

    private CallShapes() {}

    /** The arguments as they are written: `payload` may stand in place of `packet`. */
    static Keys keys(Signature signature) {
        List<Key> keys = new ArrayList<>();
        for (Argument argument : signature.arguments()) {
            boolean packet = argument.kind() == Kind.PACKET;
            keys.add(new Key(
                    argument.name(), argument.meaning(), argument.required() && !packet, () -> shape(argument)));
            if (packet) {
                keys.add(Key.optional(CallReader.PAYLOAD, payload(argument.required()), "in place of packet: octets"));
            }
        }
        return new Keys(signature.name(), keys);
    }

    static Shape of(Signature signature, Keys keys) {
        Shape shape = signature
                .argument(PACKET)
                .map(packet -> packet.required()
                        ? keys.shape().and("oneOf", requiring(EITHER))
                        : keys.shape().and("not", Map.of("required", EITHER)))
                .orElseGet(keys::shape);
        return signature.arguments().stream().anyMatch(a -> a.kind() == Kind.OPTION)
                ? byOption(signature, shape)
                : shape;
    }

    private static List<Map<String, Object>> requiring(List<String> names) {
        return names.stream()
                .map(name -> Map.<String, Object>of("required", List.of(name)))
                .toList();
    }

    private static Shape payload(boolean sent) {
        return Shape.ref((sent ? "sent" : "expected") + ".payload");
    }

    private static Shape shape(Argument argument) {
        return switch (argument.kind()) {
            case DESCRIPTOR -> Shape.anyOf(Shapes.NAME, Shapes.NUMBER);
            case NUMBER -> Shapes.NUMBER;
            case DURATION -> Shapes.TIME;
            case CONSTANT -> Shapes.constant(argument.prefix());
            case FLAGS ->
                Shape.anyOf(Shapes.flags(argument.prefix()), Shape.listOf(Shapes.constant(argument.prefix()), 0));
            case TEXT -> Shape.TEXT;
            case ENDPOINT -> EndpointReader.shape();
            case ENDPOINT_MATCH -> EndpointReader.matchShape();
            case OPTION -> Shape.anyOf(Shape.words(SocketOption.names()), Shapes.NUMBER);
            case OPTION_VALUE -> Shape.ANYTHING;
            case MATCH ->
                argument.prefix().isEmpty()
                        ? Shape.ANYTHING
                        : Shapes.match(argument.prefix(), Shapes.flags(argument.prefix()), true);
            case PACKET -> argument.required() ? Shapes.SENT : Shapes.EXPECTED;
        };
    }

    /** What a value may be depends on the option's type; an option that is a number needs a level. */
    private static Shape byOption(Signature signature, Shape shape) {
        List<Object> rules = new ArrayList<>();
        for (Type type : Type.values()) {
            List<String> options = SocketOption.names().stream()
                    .filter(name -> SocketOption.named(name).orElseThrow().type() == type)
                    .toList();
            Shape literal = OptionValueReader.shape(type);
            for (Argument argument : signature.arguments()) {
                if (!options.isEmpty() && (argument.kind() == Kind.OPTION_VALUE || argument.kind() == Kind.MATCH)) {
                    Shape value = argument.kind() == Kind.MATCH
                            ? Shapes.match("option." + type, literal, isOrdered(type))
                            : literal;
                    rules.add(rule(
                            Shape.words(options).named("option." + type),
                            Map.of(
                                    "properties",
                                    Map.of(argument.name(), value.orExpression().schema()))));
                }
            }
        }
        rules.add(rule(Shapes.NUMBER, Map.of("required", List.of("level"))));
        return shape.and("allOf", rules);
    }

    private static boolean isOrdered(Type type) {
        return type == Type.INT || type == Type.TIMEVAL;
    }

    private static Map<String, Object> rule(Shape options, Map<String, Object> then) {
        Map<String, Object> option = Map.of("option", options.schema());
        Shape condition = Shape.of("required", List.of("option"), "properties", option);
        return Shape.of("if", condition.schema(), "then", then).schema();
    }
}
