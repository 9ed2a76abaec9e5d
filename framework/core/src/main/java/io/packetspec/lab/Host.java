package io.packetspec.lab;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** A network namespace with a thread that lives in it. */
public final class Host {
    private Host() {}

    public String name() {
        throw new IllegalStateException("skeleton");
    }

    /** Runs this in the host's namespace, on the host's thread, and waits for it. What it throws is thrown here. */
    public <T> T call(Callable<T> task) throws Exception {
        throw new IllegalStateException("skeleton");
    }

    /**
     * The same with a bound on the time.
     *
     * @throws TimeoutException if it goes on for longer; the task is left running and the host takes no further one
     */
    public <T> T call(Callable<T> task, Duration within) throws Exception {
        throw new IllegalStateException("skeleton");
    }

    /** Runs this in the host's namespace on a thread of its own. */
    public <T> Future<T> background(Callable<T> task) {
        throw new IllegalStateException("skeleton");
    }
}
