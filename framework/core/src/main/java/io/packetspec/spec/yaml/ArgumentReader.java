package io.packetspec.spec.yaml;

import io.packetspec.abi.SocketOption;
import io.packetspec.packet.Match;
import io.packetspec.spec.Signature.Argument;
import io.packetspec.spec.Value;
import java.util.List;
import java.util.Optional;

/** Reads one argument of a call by its kind. */
final class ArgumentReader {
    private final Mapping arguments;
    private final Scope scope;

    ArgumentReader(Mapping arguments, Scope scope) {
        this.arguments = arguments;
        this.scope = scope;
    }

    Optional<? extends Value<?>> read(Argument argument, Cursor value) {
        return switch (argument.kind()) {
            case DESCRIPTOR -> DescriptorReader.read(value);
            case NUMBER -> value.value(Scalars.NUMBER);
            case DURATION -> value.value(Scalars.NANOSECONDS);
            case CONSTANT -> value.value(Scalars.constant(argument.prefix()));
            case PROTOCOL -> value.value(new ProtocolScalar(arguments));
            case FLAGS -> flags(argument, value);
            case TEXT -> value.value(Scalars.TEXT);
            case ENDPOINT -> new EndpointReader(scope).read(value);
            case ENDPOINT_MATCH -> new EndpointReader(scope).match(value);
            case OPTION -> new SocketOptionReader(arguments).read(value);
            case OPTION_VALUE -> option().flatMap(option -> new LayoutReader(scope).read(option.layout(), value));
            case MATCH -> match(argument, value);
            case CONTROL -> new ControlReader(scope).read(value);
            case CONTROL_MATCH -> new ControlReader(scope).match(value);
            case WATCHES -> WatchReader.watches(value);
            case READY -> WatchReader.ready(value);
            case REQUEST -> new IoctlReader(arguments).request(value);
            case REQUEST_VALUE -> new IoctlReader(arguments).value(value);
            case PACKET -> Optional.empty();
        };
    }

    private Optional<Value<Match>> match(Argument argument, Cursor value) {
        return argument.prefix().isEmpty()
                ? option().flatMap(option -> new LayoutReader(scope).match(option.answer(), value))
                : MatchReader.of(Scalars.flags(argument.prefix())).read(value);
    }

    private Optional<SocketOption> option() {
        return arguments.get("option").flatMap(new SocketOptionReader(arguments)::known);
    }

    private static Optional<Value<Long>> flags(Argument argument, Cursor value) {
        if (!value.isList()) {
            return value.value(Scalars.flags(argument.prefix()));
        }
        List<Value<Long>> flags = value.items("").stream()
                .flatMap(item -> item.value(Scalars.constant(argument.prefix())).stream())
                .toList();
        return Optional.of(Value.all(value.at(), flags)
                .map(list -> list.stream().reduce(0L, (a, b) -> a | b)));
    }
}
