package io.packetspec.engine;

import io.packetspec.run.Runner;
import io.packetspec.spec.Variant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/**
 * What the nodes of a run share.
 *
 * @param turns the order in which tests begin
 */
record Context(
        Runner runner,
        Artifacts artifacts,
        List<SpecListener> listeners,
        Optional<Obstacle> obstacle,
        Map<TestDescriptor, Integer> turns)
        implements EngineExecutionContext {

    /** @param tests in the order in which they begin */
    static Map<TestDescriptor, Integer> turns(List<TestDescriptor> tests) {
        Map<TestDescriptor, Integer> turns = new IdentityHashMap<>();
        tests.forEach(test -> turns.put(test, turns.size()));
        return turns;
    }

    /**
     * Why the variant cannot be run here, if that is no failure. What is not skipped has waited for its turn, so that it
     * is reported to begin when it does.
     */
    Optional<String> skips(TestDescriptor test, Variant variant) {
        Optional<String> reason =
                obstacle.filter(Obstacle::skip).map(Obstacle::reason).or(() -> runner.unmet(variant));
        if (reason.isEmpty()) {
            runner.enter(turns.getOrDefault(test, 0));
        }
        return reason;
    }

    /** Why nothing is run here, and whether that was declared to be no failure. */
    record Obstacle(String reason, boolean skip) {
        /** A spec that was only read must not look like one that the kernel has passed. */
        static final Obstacle CHECKED_ONLY =
                new Obstacle("checked only: the spec was read without a problem and not run", true);
    }
}
