package io.packetspec.engine;

import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfiguration;

/** So many specs at once, each on a thread of its own. */
record FixedParallelism(int specs) implements ParallelExecutionConfiguration {
    /**
     * Around a spec: entry class, file, spec with variants. The thread that has begun a container waits for its last specs,
     * and another one must take its place, or there are fewer at once.
     */
    private static final int CONTAINERS = 3;

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
        return specs * (1 + CONTAINERS);
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
