package io.packetspec.lab;

import io.packetspec.linux.NetNs;
import io.packetspec.linux.RealTime;
import io.packetspec.linux.Sockets;
import io.packetspec.linux.Sysctl;
import io.packetspec.linux.netlink.Batch;
import io.packetspec.linux.netlink.Rtnetlink;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A network namespace, and a thread that lives in it from the first task on. */
public final class Host {
    private final String name;
    private final LinkedBlockingQueue<FutureTask<?>> tasks = new LinkedBlockingQueue<>();
    private final Set<Inhabitant> inhabitants = ConcurrentHashMap.newKeySet();
    private final Sockets sockets = new Sockets();
    private final Map<String, Integer> indexes = new ConcurrentHashMap<>();
    private final NetNs namespace;
    private volatile boolean closed;
    private volatile boolean busy;
    private volatile boolean urgent;
    private boolean inhabited;
    /** Of the thread's own. */
    private boolean inside;

    Host(String name, NetNs namespace) {
        this.name = name;
        this.namespace = namespace;
    }

    private void settle(String role, Runnable life) {
        inhabitants.removeIf(inhabitant -> !inhabitant.isAlive());
        inhabitants.add(RealTime.passedOn(() -> Inhabitant.start("host " + name + role, life)));
    }

    /** Starts the thread, for those who cannot wait for that later. */
    public void inhabit() {
        submit(() -> name);
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

    /**
     * The socket calls for tasks on this host. What they opened is shut down and closed with the lab, which wakes whoever
     * is blocked in a call.
     */
    public Sockets sockets() {
        return sockets;
    }

    /** Before anything speaks of the interface. */
    void know(String interfaceName, int index) {
        indexes.put(interfaceName, index);
    }

    /** The index of an interface. */
    public int index(String interfaceName) {
        return Optional.ofNullable(indexes.get(interfaceName))
                .orElseThrow(() -> new IllegalArgumentException("host " + name + " has no interface " + interfaceName));
    }

    /**
     * Changes the host, for a task on it.
     *
     * @throws io.packetspec.linux.SystemCallException naming the first change that failed
     */
    public void change(Batch batch) {
        try (Rtnetlink rtnetlink = Rtnetlink.open("host " + name)) {
            rtnetlink.apply(batch);
        }
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
        Future<T> future = submit(task);
        try {
            return future.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            busy = true;
            throw e;
        } catch (ExecutionException e) {
            throw cause(e);
        }
    }

    /** The same without waiting for it: it is run once the thread has done what it was given before. */
    public synchronized <T> Future<T> submit(Callable<T> task) {
        requireOpen();
        if (busy) {
            throw new IllegalStateException("host " + name + " is still busy with a call that exceeded its time");
        }
        FutureTask<T> future = new FutureTask<>(() -> {
            moveIn();
            return task.call();
        });
        tasks.add(future);
        if (!inhabited) {
            inhabited = true;
            settle("", this::live);
        }
        return future;
    }

    private void moveIn() {
        if (!inside) {
            enter();
            inside = true;
        }
    }

    private void enter() {
        namespace.enter();
        if (urgent) {
            RealTime.enter();
        }
    }

    /** What the host does from here on is urgent: its threads get real-time priority, where that is permitted. */
    public synchronized void hurry() {
        urgent = true;
        if (inhabited) {
            submit(RealTime::enter);
        }
    }

    /** Runs this in the host's namespace on a thread of its own. */
    public <T> Future<T> background(Callable<T> task) {
        requireOpen();
        FutureTask<T> future = new FutureTask<>(() -> {
            enter();
            return task.call();
        });
        settle(" in the background", future);
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
        sockets.close();
        leave();
    }

    /**
     * Connections that were closed, but not to their peer's knowledge, keep a namespace: they give up at their next timer.
     * Where nobody has lived there is none.
     */
    void letGo() {
        try {
            if (!inhabitants.isEmpty()) {
                namespace.visited(() -> {
                    Sysctl.write("net.ipv4.tcp_orphan_retries", "1");
                    return name;
                });
            }
        } finally {
            namespace.close();
        }
    }

    private void leave() {
        inhabitants.forEach(Inhabitant::evict);
    }
}
