package io.packetspec.engine;

import io.packetspec.run.Runner;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/** What the nodes of a run share. */
record Context(Runner runner, Artifacts artifacts, List<SpecListener> listeners, Optional<Obstacle> obstacle)
        implements EngineExecutionContext {

    /** Why nothing can be run here, and whether that was declared to be no failure. */
    record Obstacle(String reason, boolean skip) {}
}
