package io.packetspec.engine;

import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfiguration;

/**
 * So many specs at once, each on a thread of its own, and threads for those that wait until nobody else runs: they keep
 * nobody from running.
 */
record FixedParallelism(int specs) implements ParallelExecutionConfiguration {
    /**
     * Around a spec: entry class, file, spec with variants. The thread that has begun a container waits for its last specs,
     * and another one must take its place, or there are fewer at once.
     */
    private static final int CONTAINERS = 3;

    /** For each spec that runs so many may wait. */
    private static final int WAITING = 4;

    /** How many specs can wait while so many run. */
    static int waiting(int specs) {
        return specs * WAITING;
    }

    private int threads() {
        return specs + waiting(specs);
    }

    @Override
    public int getParallelism() {
        return threads();
    }

    @Override
    public int getMinimumRunnable() {
        return threads();
    }

    @Override
    public int getMaxPoolSize() {
        return threads() * (1 + CONTAINERS);
    }

    @Override
    public int getCorePoolSize() {
        return threads();
    }

    @Override
    public int getKeepAliveSeconds() {
        return 30;
    }
}
