package io.packetspec.lab;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A comparison with a kernel release: of the release as many numbers count as the comparison has. */
record KernelComparison(String operator, int[] version) {
    private static final Pattern SYNTAX = Pattern.compile("\\s*(>=|<=|==|!=|=|>|<)?\\s*(\\d+(?:\\.\\d+)*)\\s*");
    private static final Pattern RELEASE = Pattern.compile("(\\d+(?:\\.\\d+)*).*");

    /** @throws IllegalArgumentException if the text is no comparison */
    static KernelComparison parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no comparison with a kernel release, such as >= 6.9");
        }
        String operator = matcher.group(1);
        return new KernelComparison(operator == null ? "=" : operator, numbers(matcher.group(2)));
    }

    boolean holds(String release) {
        Matcher matcher = RELEASE.matcher(release);
        int[] numbers = numbers(matcher.matches() ? matcher.group(1) : "0");
        int order = Arrays.compare(Arrays.copyOf(numbers, version.length), version);
        return switch (operator) {
            case ">=" -> order >= 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case "<" -> order < 0;
            case "!=" -> order != 0;
            default -> order == 0;
        };
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
