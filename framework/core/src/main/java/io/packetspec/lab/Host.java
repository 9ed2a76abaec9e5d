package io.packetspec.lab;

import io.packetspec.linux.NetNs;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A network namespace with a thread that lives in it. */
public final class Host {
    private final String name;
    private final LinkedBlockingQueue<FutureTask<?>> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final NetNs namespace;
    private volatile boolean closed;
    private volatile boolean busy;

    /** Starts the thread, whose first task it is to move to a namespace of its own. */
    Host(String name, Callable<NetNs> move) throws Exception {
        this.name = name;
        this.thread = thread("", this::live);
        FutureTask<NetNs> first = new FutureTask<>(move);
        tasks.add(first);
        thread.start();
        try {
            this.namespace = get(first);
        } catch (Throwable e) {
            thread.interrupt();
            throw e;
        }
    }

    /** A thread that takes nothing over from the caller but, for the moment, its namespace and capabilities. */
    private Thread thread(String role, Runnable life) {
        Thread started = new Thread(null, life, "host " + name + role, 0, false);
        started.setDaemon(true);
        return started;
    }

    private void live() {
        try {
            while (!closed) {
                tasks.take().run();
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    public String name() {
        return name;
    }

    NetNs namespace() {
        return namespace;
    }

    /** Runs this in the host's namespace, on the host's thread, and waits for it. What it throws is thrown here. */
    public <T> T call(Callable<T> task) throws Exception {
        return get(submit(task));
    }

    /**
     * The same with a bound on the time.
     *
     * @throws TimeoutException if it goes on for longer; the task is left running and the host takes no further one
     */
    public <T> T call(Callable<T> task, Duration within) throws Exception {
        FutureTask<T> future = submit(task);
        try {
            return future.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            busy = true;
            throw e;
        } catch (ExecutionException e) {
            throw cause(e);
        }
    }

    private <T> FutureTask<T> submit(Callable<T> task) {
        requireOpen();
        if (busy) {
            throw new IllegalStateException("host " + name + " is still busy with a call that exceeded its time");
        }
        FutureTask<T> future = new FutureTask<>(task);
        tasks.add(future);
        return future;
    }

    /** Runs this in the host's namespace on a thread of its own. */
    public <T> Future<T> background(Callable<T> task) {
        requireOpen();
        FutureTask<T> future = new FutureTask<>(() -> {
            namespace.enter();
            return task.call();
        });
        thread(" in the background", future).start();
        return future;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the lab of host " + name + " is closed");
        }
    }

    private static <T> T get(Future<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw cause(e);
        }
    }

    private static Exception cause(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return (Exception) e.getCause();
    }

    void close() {
        closed = true;
        thread.interrupt();
        namespace.close();
    }
}
