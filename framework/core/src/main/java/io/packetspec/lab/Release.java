package io.packetspec.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A kernel release, compared as far as the other one goes: 6.9.3 is = 6.9, and neither > 6.9 nor > 6. */
record Release(List<Integer> parts) {
    static final String RUNNING = System.getProperty("os.version");

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,6}(\\.\\d{1,6})*");
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|!=|>|<|=)\\s*(" + NUMBERS + ")");

    /** The numbers at the start of something like {@code 6.18.44-cloud-amd64}. */
    static Release of(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.lookingAt()) {
            throw new IllegalArgumentException("'" + text + "' does not start with the numbers of a kernel release");
        }
        return new Release(Arrays.stream(numbers.group().split("\\."))
                .map(Integer::valueOf)
                .toList());
    }

    /** The first of the comparisons, parted by commas, that does not hold. */
    Optional<String> failing(String comparisons) {
        List<String> each =
                Arrays.stream(comparisons.split(",", -1)).map(String::strip).toList();
        return each.stream().filter(comparison -> !holds(comparison)).findFirst();
    }

    private boolean holds(String comparison) {
        Matcher matcher = COMPARISON.matcher(comparison);
        if (!matcher.matches()) {
            throw malformed(comparison);
        }
        int order = compareTo(of(matcher.group(2)));
        return switch (matcher.group(1)) {
            case ">=" -> order >= 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case "<" -> order < 0;
            case "=" -> order == 0;
            default -> order != 0;
        };
    }

    private static IllegalArgumentException malformed(String comparison) {
        return new IllegalArgumentException(
                "'" + comparison + "' is no comparison with a kernel release: one of >=, <=,"
                        + " >, <, =, != and a release such as 6.9, several of them parted by commas");
    }

    private int compareTo(Release other) {
        for (int i = 0; i < other.parts.size(); i++) {
            int part = i < parts.size() ? parts.get(i) : 0;
            if (part != other.parts.get(i)) {
                return Integer.compare(part, other.parts.get(i));
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return parts.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
