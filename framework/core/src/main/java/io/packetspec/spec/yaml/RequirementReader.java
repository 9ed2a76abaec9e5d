package io.packetspec.spec.yaml;

import io.packetspec.spec.Requirement;
import io.packetspec.spec.Requirement.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads what a spec requires. */
final class RequirementReader {
    private static final List<String> KEYS =
            Arrays.stream(Kind.values()).map(RequirementReader::key).toList();

    /** A comparison with the kernel's release. */
    static final Scalar<String> KERNEL =
            matching("a comparison such as \">= 6.9\"", "(>=|<=|>|<|=)\\s*\\d+(\\.\\d+){0,2}");

    private RequirementReader() {}

    static List<Requirement> read(Cursor cursor) {
        return cursor.mapping("requires", KEYS).stream()
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
        return switch (kind) {
            case KERNEL -> KERNEL;
            case CAPABILITY -> Capabilities.NAME;
            case COMMAND -> matching("a command such as nft", "[A-Za-z0-9_][A-Za-z0-9_.+-]*");
            case SYSCTL -> matching("a sysctl such as net.mptcp.enabled", "[a-z0-9_]+([./][A-Za-z0-9_/-]+)+");
            case MODULE -> matching("a module such as vxlan", "[A-Za-z0-9_-]+");
            case DEVICE -> matching("a kind of interface such as vlan", "[A-Za-z0-9_-]{1,15}");
            case TRACEPOINT -> matching("a tracepoint such as skb:kfree_skb", "\\w+:\\w+");
        };
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
