package io.packetspec.lab;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A lab: built in order, released in reverse and off the caller's path, gone with the JVM however it dies. */
public final class Lab implements AutoCloseable {
    /**
     * How many labs are built at once. The kernel does most of it under one lock (RTNL), and so does its worker that
     * takes labs down: more builders only stand in each other's way, however many specs there are.
     */
    private static final Semaphore BUILDERS = new Semaphore(2, true);

    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final Map<String, Wire> wires = new LinkedHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    Lab() {}

    /** Builds the lab; what was built is taken down if a part fails. */
    public static Lab open(Plan plan) {
        Lab lab = new Lab();
        BUILDERS.acquireUninterruptibly();
        try (LabBuilder builder = new LabBuilder(plan, lab)) {
            builder.build();
            return lab;
        } catch (Throwable e) {
            lab.close();
            throw e;
        } finally {
            BUILDERS.release();
        }
    }

    void add(Host host) {
        hosts.put(host.name(), host);
    }

    void add(Wire wire) {
        wires.put(wire.name(), wire);
    }

    public Host host(String name) {
        return known(hosts, name, "host");
    }

    public Wire wire(String name) {
        return known(wires, name, "wire");
    }

    private static <T> T known(Map<String, T> parts, String name, String kind) {
        T part = parts.get(name);
        if (part == null) {
            Set<String> names = parts.keySet();
            throw new IllegalArgumentException("the lab has no " + kind + " " + name + ", only " + names);
        }
        return part;
    }

    public Collection<Host> hosts() {
        return Collections.unmodifiableCollection(hosts.values());
    }

    public Collection<Wire> wires() {
        return Collections.unmodifiableCollection(wires.values());
    }

    /** Returns at once; the kernel's part of the work goes on in the background. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        wires.values().forEach(Wire::close);
        hosts.values().forEach(Host::close);
        Undertaker.bury(() -> {
            wires.values().forEach(Wire::letGo);
            hosts.values().forEach(Host::letGo);
        });
    }
}
