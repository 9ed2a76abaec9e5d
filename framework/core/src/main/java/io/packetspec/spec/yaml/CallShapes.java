package io.packetspec.spec.yaml;

import io.packetspec.abi.IoctlRequest;
import io.packetspec.abi.SocketOption;
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
        boolean several = signature.arguments().stream().anyMatch(a -> a.kind() == Kind.WATCHES);
        List<Key> keys = new ArrayList<>();
        for (Argument argument : signature.arguments()) {
            boolean packet = argument.kind() == Kind.PACKET;
            boolean required = argument.required() && !packet && !several;
            keys.add(new Key(argument.name(), argument.meaning(), required, () -> shape(argument)));
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
        List<Object> rules = CallRules.of(signature);
        return rules.isEmpty() ? shape : shape.and("allOf", rules);
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
            case PROTOCOL -> Shape.anyOf(Shapes.constant("IPPROTO_"), Shapes.constant("ETH_P_"));
            case FLAGS ->
                Shape.anyOf(Shapes.flags(argument.prefix()), Shape.listOf(Shapes.constant(argument.prefix()), 0));
            case TEXT -> Shape.TEXT;
            case ENDPOINT -> EndpointReader.shape();
            case ENDPOINT_MATCH -> EndpointReader.matchShape();
            case OPTION -> Shape.anyOf(Shape.words(SocketOption.names()), Shapes.NUMBER);
            case MATCH ->
                argument.prefix().isEmpty()
                        ? Shape.ANYTHING
                        : Shapes.match(argument.prefix(), Shapes.flags(argument.prefix()), true);
            case CONTROL -> ControlReader.shape();
            case CONTROL_MATCH -> ControlReader.matchShape();
            case WATCHES -> WatchReader.watchesShape();
            case READY -> WatchReader.readyShape();
            case REQUEST -> Shape.words(IoctlRequest.names());
            case OPTION_VALUE, REQUEST_VALUE -> Shape.ANYTHING;
            case PACKET -> argument.required() ? Shapes.SENT : Shapes.EXPECTED;
        };
    }
}
