package io.packetspec.spec.yaml;

import io.packetspec.abi.Form;
import io.packetspec.abi.Layout;
import io.packetspec.abi.Struct;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The shapes of values by how they lie in memory. */
final class LayoutShapes {
    private static final Map<Form.Kind, String> MEANINGS = Map.ofEntries(
            Map.entry(Form.Kind.I, "a number of %d bits, with a sign"),
            Map.entry(Form.Kind.U, "a number of %d bits"),
            Map.entry(Form.Kind.BE, "a number of %d bits, in network order"),
            Map.entry(Form.Kind.IPV4, "an IPv4 address"),
            Map.entry(Form.Kind.IPV6, "an IPv6 address"),
            Map.entry(Form.Kind.MAC, "a MAC address"),
            Map.entry(Form.Kind.LINK, "a link-layer address"),
            Map.entry(Form.Kind.OCTETS, "octets"),
            Map.entry(Form.Kind.TEXT, "a text"),
            Map.entry(Form.Kind.TIMEVAL, "a time, to microseconds"),
            Map.entry(Form.Kind.TIMESPEC, "a time, to nanoseconds"),
            Map.entry(Form.Kind.SOCKADDR, "a socket address"),
            Map.entry(Form.Kind.FILTER, "a classic packet filter"));

    private LayoutShapes() {}

    /** The fields of a struct that is set. */
    static Keys fields(Struct struct) {
        return keys(struct, LayoutShapes::value);
    }

    /** What the fields of a struct must be. */
    static Keys expected(Struct struct) {
        return keys(struct, LayoutShapes::match);
    }

    private static Keys keys(Struct struct, Function<Layout, Shape> shape) {
        return new Keys(
                struct.name(),
                struct.members().stream()
                        .map(field ->
                                new Key(field.name(), meaning(field.form()), false, () -> shape.apply(field.form())))
                        .toList());
    }

    static String meaning(Layout layout) {
        if (layout instanceof Struct struct) {
            return "struct " + struct.name();
        }
        Form form = (Form) layout;
        return form.isErrno()
                ? "an errno"
                : form.isInterface()
                        ? "an interface, by name or index"
                        : MEANINGS.get(form.kind()).formatted(form.size() * Byte.SIZE);
    }

    /** A value that is set: whatever it is, it may be written as octets. */
    static Shape value(Layout layout) {
        Shape own = layout instanceof Struct struct ? fields(struct).shape() : single((Form) layout);
        return Shape.anyOf(own, Shapes.OCTETS).named("value." + name(layout));
    }

    static Shape match(Layout layout) {
        boolean ordered = layout instanceof Form form && isOrdered(form.kind());
        return MatchReader.shape(
                "match.value." + name(layout), Shape.anyOf(expected(layout), Shapes.OCTETS), ordered, List.of());
    }

    private static Shape expected(Layout layout) {
        if (layout instanceof Struct struct) {
            return expected(struct).shape();
        }
        Form form = (Form) layout;
        return form.kind() == Form.Kind.SOCKADDR ? EndpointReader.matchShape() : single(form);
    }

    private static boolean isOrdered(Form.Kind kind) {
        return switch (kind) {
            case I, U, BE, TIMEVAL, TIMESPEC -> true;
            default -> false;
        };
    }

    private static String name(Layout layout) {
        if (layout instanceof Struct struct) {
            return struct.name();
        }
        Form form = (Form) layout;
        String names = form.names().isEmpty() ? "" : "." + String.join(".", form.names());
        String size = form.isNumber() ? "" + form.size() * Byte.SIZE : form.size() == 0 ? "" : "." + form.size();
        return form.kind().name().toLowerCase(Locale.ROOT) + size + names;
    }

    private static Shape single(Form form) {
        return switch (form.kind()) {
            case I, U, BE -> number(form);
            case TIMEVAL, TIMESPEC -> Shapes.TIME;
            case TEXT -> Shape.TEXT;
            case OCTETS -> Shape.TEXT;
            case IPV4 -> Shape.pattern(Shapes.IPV4 + "|" + Shapes.NAMED);
            case IPV6 -> Shape.pattern(Shapes.IPV6 + "|" + Shapes.NAMED);
            case MAC, LINK -> Shape.pattern(Shapes.MAC + "|" + Shapes.NAMED);
            case SOCKADDR -> EndpointReader.shape();
            case FILTER -> FilterReader.shape();
        };
    }

    /** As {@link NumberScalar} reads it: with a sign or without one. */
    private static Shape number(Form form) {
        int bits = form.size() * Byte.SIZE;
        Shape number = bits == Long.SIZE
                ? Shapes.NUMBER
                : Shape.anyOf(
                        Shape.integer(-(1L << bits - 1), (1L << bits) - 1), Shape.pattern(Numbers.NUMBER.pattern()));
        if (form.isErrno()) {
            return Shape.anyOf(number, Shapes.ERRNO);
        } else if (form.isInterface()) {
            return Shape.anyOf(number, Shape.pattern(NumberScalar.INTERFACE.pattern()));
        }
        List<String> constants = form.constants();
        return constants.isEmpty()
                ? Shape.anyOf(number, Shapes.constants(""))
                : Shape.anyOf(number, form.flags() ? Shapes.joined(constants) : Shape.words(constants));
    }
}
