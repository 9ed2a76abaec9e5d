package io.packetspec.lab;

import java.util.Collection;

/** A lab: built in order, released in reverse and off the caller's path, gone with the JVM however it dies. */
public final class Lab implements AutoCloseable {

    /** Builds the lab; what was built is taken down if a part fails. */
    public static Lab open(Plan plan) {
        throw new IllegalStateException("skeleton");
    }

    public Host host(String name) {
        throw new IllegalStateException("skeleton");
    }

    public Wire wire(String name) {
        throw new IllegalStateException("skeleton");
    }

    public Collection<Host> hosts() {
        throw new IllegalStateException("skeleton");
    }

    public Collection<Wire> wires() {
        throw new IllegalStateException("skeleton");
    }

    /** Returns at once; the kernel's part of the work goes on in the background. */
    @Override
    public void close() {
        throw new IllegalStateException("skeleton");
    }
}
