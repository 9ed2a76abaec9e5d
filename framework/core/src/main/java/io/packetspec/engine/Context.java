package io.packetspec.engine;

import io.packetspec.run.Runner;
import io.packetspec.spec.Variant;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/** What the nodes of a run share. */
record Context(Runner runner, Artifacts artifacts, List<SpecListener> listeners, Optional<Obstacle> obstacle)
        implements EngineExecutionContext {

    /** Why the variant cannot be run here, if that is no failure. */
    Optional<String> skips(Variant variant) {
        return obstacle.filter(Obstacle::skip).map(Obstacle::reason).or(() -> runner.unmet(variant));
    }

    /** Why nothing is run here, and whether that was declared to be no failure. */
    record Obstacle(String reason, boolean skip) {
        /** A spec that was only read must not look like one that the kernel has passed. */
        static final Obstacle CHECKED_ONLY =
                new Obstacle("checked only: the spec was read without a problem and not run", true);
    }
}
