package io.packetspec.spec.yaml;

import io.packetspec.abi.Constants;
import io.packetspec.abi.Errno;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The shapes of single values, and of those that the schema defines once. */
final class Shapes {
    static final Shape NAME = Shape.pattern(Scalars.WORD.pattern()).named("name");
    static final Shape TIME = Shape.pattern(Scalars.TIME.pattern()).named("time");
    static final Shape TIMES = Shape.listOf(TIME, 2).and("maxItems", 2L);
    static final Shape NUMBER = Shape.anyOf(Shape.of("type", "integer"), Shape.pattern(Numbers.NUMBER.pattern()))
            .named("number");
    static final Shape ERRNO = Shape.words(Errno.names()).named("errno");
    static final Shape CAPABILITY =
            Shape.words(Constants.names(Capabilities.PREFIX)).named("capability");
    static final String NAMED = "[A-Za-z]\\w*";
    static final String IPV4 = "(?:%1$s\\.){3}%1$s".formatted("(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    static final String IPV6 = "[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*";
    static final String MAC = "[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}";
    static final String PORT = "(?:\\d{1,4}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])";
    static final String IP_PREFIX = IPV4 + "/(?:[12]?\\d|3[0-2])|" + IPV6 + "/(?:\\d?\\d|1[01]\\d|12[0-8])";
    static final Shape PREFIX = Shape.pattern(IP_PREFIX).named("prefix");

    /** An address, or the name of a host or wire. */
    static final Shape ADDRESS = Shape.pattern(IPV4 + "|" + IPV6 + "|" + NAMED).named("address");

    static final Shape STEPS = Shape.listOf(Shape.ref("step"), 1);
    static final Shape LAB = Shape.ref("lab");
    static final Shape FLOWS = Shape.ref("flows");
    static final Shape SENT = Shape.ref("sent-packet");
    static final Shape EXPECTED = Shape.ref("expected-packet");
    static final Shape ALLOWED = Shape.listOf(EXPECTED, 1);
    static final Shape OCTETS = Shape.ref("octets");

    private static final String HEX = "0[xX][0-9a-fA-F]+";

    private Shapes() {}

    /** A number from 0 on, in decimal or hex, in quotes too. */
    static Shape number(long least, long most) {
        return Shape.anyOf(Shape.integer(least, most), Shape.pattern("\\d+|" + HEX))
                .named("number." + least + "-" + most);
    }

    /** What a value of this shape must be: the value, or a matcher. */
    static Shape match(String name, Shape literal, boolean isNumber) {
        return MatchReader.shape("match." + name, literal, isNumber, List.of());
    }

    static Shape constant(String prefix) {
        return Shape.anyOf(constants(prefix), NUMBER).named("constant." + prefix);
    }

    /** Without numbers. */
    static Shape constants(String prefix) {
        return Shape.words(Constants.names(prefix)).named("constants." + prefix);
    }

    static Shape flags(String prefix) {
        return Shape.anyOf(joined(Constants.names(prefix)), Shape.of("type", "integer"))
                .named("flags." + prefix);
    }

    /** One of these constants or a number, or several joined by {@code |}. */
    static Shape joined(List<String> constants) {
        String one = "(?:" + any(constants) + "|" + Numbers.NUMBER.pattern() + ")";
        return Shape.anyOf(Shape.words(constants), Shape.pattern("\\s*" + one + "(?:\\s*\\|\\s*" + one + ")*\\s*"));
    }
    /** A pattern for one of these words. */
    static String any(Collection<String> words) {
        return words.stream().map(Shapes::escaped).collect(Collectors.joining("|"));
    }

    private static String escaped(String word) {
        return Pattern.compile("[^\\w-]").matcher(word).replaceAll("\\\\$0");
    }
}
