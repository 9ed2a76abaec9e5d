package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.Problem;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a file, each thing once. */
final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();
    private final Set<At> settled = new HashSet<>();

    private int count;

    void add(At at, String message) {
        count++;
        if (!settled.contains(at)) {
            found.add(new Problem(at, oneLine(message)));
        }
    }

    private static String oneLine(String message) {
        return message.replace("\n", "\\n").replace("\r", "\\r").strip();
    }

    /** From here on the same text is read another time: what was reported about a place is not said in other words. */
    void readAgain() {
        found.forEach(problem -> settled.add(problem.at()));
    }

    /** How often something was wrong, known or not: whether it grows tells whether what was read is sound. */
    int count() {
        return count;
    }

    List<Problem> inOrder() {
        return found.stream()
                .sorted(Comparator.<Problem>comparingInt(p -> p.at().line()).thenComparingInt(p -> p.at().column()))
                .toList();
    }
}
