package io.packetspec.engine;

import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfiguration;

/** So many specs at once, each on a thread of its own. */
record FixedParallelism(int specs) implements ParallelExecutionConfiguration {
    @Override
    public int getParallelism() {
        return specs;
    }

    @Override
    public int getMinimumRunnable() {
        return specs;
    }

    @Override
    public int getMaxPoolSize() {
        return specs;
    }

    @Override
    public int getCorePoolSize() {
        return specs;
    }

    @Override
    public int getKeepAliveSeconds() {
        return 30;
    }
}
