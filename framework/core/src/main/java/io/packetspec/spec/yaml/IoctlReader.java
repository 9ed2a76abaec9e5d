package io.packetspec.spec.yaml;

import io.packetspec.abi.IoctlRequest;
import io.packetspec.spec.Value;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the request of an ioctl and, by the request's type, its value. */
final class IoctlReader {
    private static final Scalar<IoctlRequest> REQUEST = Scalar.of("a request such as SIOCINQ", IoctlReader::known);
    private final Mapping arguments;

    IoctlReader(Mapping arguments) {
        this.arguments = arguments;
    }

    Optional<Value<IoctlRequest>> request(Cursor cursor) {
        Optional<IoctlRequest> request = cursor.literal(REQUEST);
        request.ifPresent(this::expectItsArguments);
        return request.map(known -> new Value.Literal<>(cursor.at(), known));
    }

    private void expectItsArguments(IoctlRequest request) {
        if (request.type().isNamed()) {
            arguments.need("name", request.name());
        } else {
            arguments
                    .keyAt("name")
                    .ifPresent(at ->
                            arguments.scope().problem(at, request + " has no \"name\": it is not about an interface"));
        }
        if (request.type().isSet()) {
            arguments.need("value", request.name());
        }
    }

    /** What a value may be depends on the request. */
    static List<Object> rules() {
        return IoctlRequest.names().stream()
                .map(name -> IoctlRequest.named(name).orElseThrow())
                .collect(Collectors.groupingBy(IoctlRequest::type, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .<Object>map(entry -> CallRules.rule("request", words(entry.getValue()), rule(entry.getKey())))
                .toList();
    }

    private static Shape words(List<IoctlRequest> requests) {
        return Shape.words(requests.stream().map(IoctlRequest::name).toList());
    }

    private static Map<String, Object> rule(IoctlRequest.Type type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Shape literal = type.prefix().isEmpty() ? Shapes.NUMBER : Shapes.flags(type.prefix());
        String name = type.prefix().isEmpty() ? "number" : type.prefix();
        properties.put(
                "value",
                (type.isSet() ? literal : Shapes.match(name, literal, true))
                        .orExpression()
                        .schema());
        List<String> required = new ArrayList<>();
        if (type.isNamed()) {
            required.add("name");
        } else {
            properties.put("name", false);
        }
        if (type.isSet()) {
            required.add("value");
        }
        return Shape.of("properties", properties, "required", required).schema();
    }

    private static IoctlRequest known(String text) {
        return IoctlRequest.named(text)
                .orElseThrow(() ->
                        new IllegalArgumentException(Suggestion.unknown("request", text, "", IoctlRequest.names())));
    }

    Optional<? extends Value<?>> value(Cursor cursor) {
        Optional<IoctlRequest.Type> type = arguments
                .get("request")
                .flatMap(request ->
                        request.tree() instanceof Text text ? IoctlRequest.named(text.text()) : Optional.empty())
                .map(IoctlRequest::type);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Scalar<Long> scalar = type.get().prefix().isEmpty()
                ? Scalars.NUMBER
                : Scalars.flags(type.get().prefix());
        return type.get().isSet()
                ? cursor.value(scalar)
                : MatchReader.of(scalar).read(cursor);
    }
}
