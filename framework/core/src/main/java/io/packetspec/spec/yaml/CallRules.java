package io.packetspec.spec.yaml;

import io.packetspec.abi.Layout;
import io.packetspec.abi.SocketOption;
import io.packetspec.spec.Signature;
import io.packetspec.spec.Signature.Argument;
import io.packetspec.spec.Signature.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the arguments of a system call say of each other. */
final class CallRules {
    private static final String PACKET_FAMILY = "AF_PACKET";

    private CallRules() {}

    static List<Object> of(Signature signature) {
        List<Object> rules = new ArrayList<>();
        for (Argument argument : signature.arguments()) {
            if (argument.kind() == Kind.OPTION) {
                rules.add(rule("option", Shapes.NUMBER, Map.of("required", List.of("level"))));
            } else if (argument.kind() == Kind.OPTION_VALUE) {
                rules.addAll(byOption(argument, SocketOption::layout, LayoutShapes::value));
            } else if (argument.kind() == Kind.MATCH && argument.prefix().isEmpty()) {
                rules.addAll(byOption(argument, SocketOption::answer, LayoutShapes::match));
            } else if (argument.kind() == Kind.REQUEST) {
                rules.addAll(IoctlReader.rules());
            } else if (argument.kind() == Kind.PROTOCOL) {
                rules.addAll(byDomain(argument));
            } else if (argument.kind() == Kind.WATCHES) {
                rules.add(Map.of("oneOf", WatchReader.alone()));
            }
        }
        return rules;
    }

    /** What a value may be depends on how the option's value lies in memory. */
    private static List<Object> byOption(
            Argument argument, Function<SocketOption, Layout> layout, Function<Layout, Shape> shape) {
        return SocketOption.names().stream()
                .collect(Collectors.groupingBy(
                        name -> layout.apply(SocketOption.named(name).orElseThrow()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .<Object>map(entry ->
                        rule("option", Shape.words(entry.getValue()), value(argument, shape.apply(entry.getKey()))))
                .toList();
    }

    private static List<Object> byDomain(Argument argument) {
        Shape packet = Shape.words(List.of(PACKET_FAMILY));
        Shape others = Shapes.constants("AF_").and("not", packet.schema());
        return List.of(
                rule("domain", packet, value(argument, Shapes.constant("ETH_P_"))),
                rule("domain", others, value(argument, Shapes.constant("IPPROTO_"))));
    }

    private static Map<String, Object> value(Argument argument, Shape shape) {
        return Map.of("properties", Map.of(argument.name(), shape.orExpression().schema()));
    }

    /** What holds where an argument is one of these. */
    static Map<String, Object> rule(String argument, Shape values, Map<String, Object> then) {
        Shape condition = Shape.of("required", List.of(argument), "properties", Map.of(argument, values.schema()));
        return Shape.of("if", condition.schema(), "then", then).schema();
    }
}
