package io.packetspec.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestDescriptor;

/**
 * The order in which specs are begun, so that a run does not end with many processors waiting for one long spec. The
 * platform begins with what comes first in a container, and ends what it has begun before it opens another one: so files
 * are ordered by the longest of their specs. A spec of which nothing is known comes first: if it is short, that costs
 * nothing.
 */
final class LongestFirst {
    private static final Duration UNKNOWN = Duration.ofSeconds(Long.MAX_VALUE);
    private final Durations durations;
    private final Map<TestDescriptor, Duration> longest = new IdentityHashMap<>();

    LongestFirst(Durations durations) {
        this.durations = durations;
    }

    void order(TestDescriptor container) {
        container.getChildren().forEach(this::order);
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
