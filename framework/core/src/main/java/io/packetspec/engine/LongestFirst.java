package io.packetspec.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestDescriptor;

/**
 * The order in which specs are begun, so that a run does not end with many processors waiting for one long spec. The
 * platform begins with what comes first in a container, and ends what it has begun before it opens another one: so files
 * are ordered by the longest of their specs. A spec of which nothing is known comes first: if it is short, that costs
 * nothing.
 *
 * <p>Of many, the shortest warm the JVM up before all others: while it is cold it is late, and what is inconclusive then
 * is run again, alone.
 */
final class LongestFirst {
    private static final Duration UNKNOWN = Duration.ofSeconds(Long.MAX_VALUE);
    /** How many times as many specs as run at once are many. */
    private static final int MANY = 4;

    private final Durations durations;
    private final int atOnce;
    private final Map<TestDescriptor, Duration> longest = new IdentityHashMap<>();

    LongestFirst(Durations durations, int atOnce) {
        this.durations = durations;
        this.atOnce = atOnce;
    }

    void order(TestDescriptor root) {
        orderBelow(root);
        TestDescriptor files = root;
        while (files.getChildren().size() == 1) {
            files = files.getChildren().iterator().next();
        }
        if (!durations.specs().isEmpty() && Selection.tests(files).size() > MANY * atOnce) {
            files.orderChildren(this::warmedUp);
        }
    }

    private List<TestDescriptor> warmedUp(List<TestDescriptor> longestFirst) {
        Deque<TestDescriptor> rest = new ArrayDeque<>(longestFirst);
        List<TestDescriptor> ordered = new ArrayList<>();
        int specs = 0;
        while (specs < atOnce && !rest.isEmpty()) {
            TestDescriptor shortest = rest.removeLast();
            ordered.add(shortest);
            // What was skipped took no time and warms nothing up.
            specs += Duration.ZERO.equals(longest.get(shortest))
                    ? 0
                    : Selection.tests(shortest).size();
        }
        ordered.addAll(rest);
        return ordered;
    }

    private void orderBelow(TestDescriptor container) {
        container.getChildren().forEach(this::orderBelow);
        container.orderChildren(this::ordered);
        longest.put(container, longest(container));
    }

    private List<TestDescriptor> ordered(List<TestDescriptor> children) {
        List<TestDescriptor> ordered = new ArrayList<>(children);
        ordered.sort(Comparator.comparing(longest::get).reversed());
        return ordered;
    }

    private Duration longest(TestDescriptor descriptor) {
        return descriptor.isTest()
                ? durations.of(descriptor.getUniqueId()).orElse(UNKNOWN)
                : descriptor.getChildren().stream()
                        .map(longest::get)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO);
    }
}
