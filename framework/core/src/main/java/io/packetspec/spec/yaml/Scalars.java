package io.packetspec.spec.yaml;

import io.packetspec.abi.Constants;
import io.packetspec.abi.Errno;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of single values, but for those of header fields. */
final class Scalars {
    static final Scalar<String> TEXT = Scalar.of("a text", text -> text);
    static final Scalar<Long> NUMBER = Scalar.of("a number", Numbers::parse);
    static final Scalar<Duration> DURATION = Scalar.of("a time such as 50ms", Scalars::duration);
    static final Scalar<Long> NANOSECONDS =
            Scalar.of("a time such as 50ms", text -> duration(text).toNanos());
    static final Scalar<Errno> ERRNO = Scalar.of("an errno such as EPERM", Scalars::errno);
    static final Scalar<String> NAME = Scalar.of("a name", Scalars::name);

    static final Pattern WORD = Pattern.compile("[A-Za-z]\\w*");
    static final Pattern TIME = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(ns|us|ms|s)");

    private Scalars() {}

    /** One constant of the prefix by its name, or any number. */
    static Scalar<Long> constant(String prefix) {
        String example = prefix.isEmpty() ? "a constant or number" : "a constant " + prefix + "… or number";
        return Scalar.of(example, text -> constant(prefix, text));
    }

    /** Constants of the prefix joined by {@code |}, or a number. */
    static Scalar<Long> flags(String prefix) {
        return Scalar.of("constants " + prefix + "… joined by |, or a number", text -> flags(prefix, text));
    }

    private static long flags(String prefix, String text) {
        long all = 0;
        for (String name : text.split("\\|", -1)) {
            all |= constant(prefix, name.strip());
        }
        return all;
    }

    private static long constant(String prefix, String text) {
        if (Numbers.isNumber(text)) {
            return Numbers.parse(text);
        }
        return Constants.value(text)
                .filter(value -> text.startsWith(prefix))
                .orElseThrow(() -> new IllegalArgumentException((prefix.isEmpty() ? "expected a number: " : "")
                        + Suggestion.unknown("constant", text, "", Constants.names(prefix))));
    }

    private static Errno errno(String text) {
        return Errno.named(text)
                .orElseThrow(() -> new IllegalArgumentException(Suggestion.unknown("errno", text, "", Errno.names())));
    }

    private static String name(String text) {
        if (!WORD.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no name: a letter, then letters, digits and _ (it stands in expressions)");
        }
        return text;
    }

    private static Duration duration(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new IllegalArgumentException(
                    "expected a time with its unit such as 200us, 50ms or 1.5s, not \"" + text + "\"");
        }
        long unit = unit(time.group(3));
        String fraction = time.group(2) == null ? "" : time.group(2);
        long parts = Long.parseLong((fraction + "000000000").substring(0, 9));
        return Duration.ofNanos(Math.addExact(
                Math.multiplyExact(Long.parseLong(time.group(1)), unit),
                Math.multiplyExact(parts, unit) / 1_000_000_000));
    }

    private static long unit(String name) {
        return switch (name) {
            case "ns" -> 1;
            case "us" -> 1_000;
            case "ms" -> 1_000_000;
            default -> 1_000_000_000;
        };
    }
}
