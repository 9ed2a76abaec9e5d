package io.packetspec.run.memory;

import io.packetspec.abi.Form;
import io.packetspec.abi.Layout;
import io.packetspec.abi.Struct;
import io.packetspec.packet.Match;
import io.packetspec.packet.Notation;
import io.packetspec.packet.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a value that a call filled in differs from what was expected, in words: numbers by their names. */
public final class LayoutDifference {
    private LayoutDifference() {}

    /** {@code expected path x, actual y} for the value, or for each field that differs; empty if nothing does. */
    public static List<String> between(String path, Layout layout, Match match, @Nullable Object actual) {
        if (match.matches(actual)) {
            return List.of();
        }
        List<String> differences = new ArrayList<>();
        if (match instanceof Match.Fields fields && actual instanceof Map<?, ?> map) {
            fields.fields()
                    .forEach((name, each) -> differences.addAll(between(
                            path.isEmpty() ? name : path + "." + name, field(layout, name), each, map.get(name))));
            return differences;
        }
        differences.add("expected " + path + " " + match(layout, match) + ", actual "
                + (actual == null ? "absent" : value(layout, actual)));
        return differences;
    }

    /** Whether the value is meant as it lies in memory, {@code {hex: …}}. */
    public static boolean isInOctets(Match match) {
        if (match instanceof Match.Not not) {
            return isInOctets(not.match());
        }
        return match instanceof Match.In in
                ? in.matches().stream().anyMatch(LayoutDifference::isInOctets)
                : match instanceof Match.Exact exact && exact.value() instanceof Octets;
    }

    /** A value as specs write it. */
    public static String value(Layout layout, Object value) {
        if (value instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + ": " + field(layout, (String) field.getKey(), field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return layout instanceof Form form ? single(form, value) : Notation.value(value);
    }

    private static String field(Layout layout, String name, Object value) {
        return value(field(layout, name), value);
    }

    private static Layout field(Layout layout, String name) {
        return layout instanceof Struct struct
                ? struct.member(name).<Layout>map(Struct.Member::form).orElse(Form.OCTETS)
                : address(name);
    }

    /** The names of numbers in an address do not depend on its family. */
    private static Layout address(String name) {
        return List.of("sockaddr_ll", "sockaddr_in6").stream()
                .flatMap(struct -> Struct.of(struct).member(name).stream())
                .findFirst()
                .<Layout>map(Struct.Member::form)
                .orElse(Form.OCTETS);
    }

    private static String single(Form form, Object value) {
        if (value instanceof Long number) {
            return switch (form.kind()) {
                case I, U, BE -> form.name(number);
                case TIMEVAL -> number + "us";
                case TIMESPEC -> number + "ns";
                default -> number.toString();
            };
        }
        return Notation.value(value);
    }

    private static String match(Layout layout, Match match) {
        if (match instanceof Match.Exact exact) {
            return value(layout, exact.value());
        } else if (match instanceof Match.Not not) {
            return "{not: " + match(layout, not.match()) + "}";
        } else if (match instanceof Match.In in) {
            return in.matches().stream()
                    .map(each -> match(layout, each))
                    .collect(Collectors.joining(", ", "{in: [", "]}"));
        } else if (match instanceof Match.Fields fields) {
            return fields.fields().entrySet().stream()
                    .map(field -> field.getKey() + ": " + field(layout, field))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return match.toString();
    }

    private static String field(Layout layout, Map.Entry<String, Match> field) {
        return match(field(layout, field.getKey()), field.getValue());
    }
}
