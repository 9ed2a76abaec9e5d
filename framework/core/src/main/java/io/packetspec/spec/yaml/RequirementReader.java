package io.packetspec.spec.yaml;

import io.packetspec.spec.Requirement;
import io.packetspec.spec.Requirement.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads what a spec requires. */
final class RequirementReader {
    static final Keys KEYS = new Keys(
            "requires",
            Arrays.stream(Kind.values())
                    .map(kind -> Key.optional(key(kind), Shape.oneOrMore(shape(kind)), expected(kind)))
                    .toList());
    /** A comparison with the kernel's release. */
    static final Scalar<String> KERNEL = scalar(Kind.KERNEL);

    private RequirementReader() {}

    static List<Requirement> read(Cursor cursor) {
        return cursor.mapping(KEYS).stream()
                .flatMap(mapping -> Arrays.stream(Kind.values())
                        .flatMap(kind -> mapping.get(key(kind)).stream()
                                .flatMap(value -> value.oneOrMore().stream())
                                .flatMap(value -> value.literal(scalar(kind)).stream()
                                        .map(subject -> new Requirement(value.at(), kind, subject)))))
                .toList();
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Scalar<String> scalar(Kind kind) {
        return kind == Kind.CAPABILITY ? Capabilities.NAME : matching(expected(kind), pattern(kind));
    }

    private static String expected(Kind kind) {
        return switch (kind) {
            case KERNEL -> "a comparison such as \">= 6.9\"";
            case CAPABILITY -> Capabilities.NAME.expected();
            case COMMAND -> "a command such as nft";
            case SYSCTL -> "a sysctl such as net.mptcp.enabled";
            case MODULE -> "a module such as vxlan";
            case DEVICE -> "a kind of interface such as vlan";
            case TRACEPOINT -> "a tracepoint such as skb:kfree_skb";
        };
    }

    private static String pattern(Kind kind) {
        return switch (kind) {
            case KERNEL -> "(>=|<=|>|<|=)\\s*\\d+(\\.\\d+){0,2}";
            case CAPABILITY -> Capabilities.PREFIX + "\\w+";
            case COMMAND -> "[A-Za-z0-9_][A-Za-z0-9_.+-]*";
            case SYSCTL -> "[a-z0-9_]+([./][A-Za-z0-9_/-]+)+";
            case MODULE -> "[A-Za-z0-9_-]+";
            case DEVICE -> "[A-Za-z0-9_-]{1,15}";
            case TRACEPOINT -> "\\w+:\\w+";
        };
    }

    static Shape shape(Kind kind) {
        return kind == Kind.CAPABILITY ? Shapes.CAPABILITY : Shape.pattern(pattern(kind));
    }

    private static Scalar<String> matching(String expected, String pattern) {
        Pattern legal = Pattern.compile(pattern);
        return Scalar.of(expected, text -> {
            if (!legal.matcher(text).matches()) {
                throw new IllegalArgumentException("expected " + expected + ", not \"" + text + "\"");
            }
            return text;
        });
    }
}
