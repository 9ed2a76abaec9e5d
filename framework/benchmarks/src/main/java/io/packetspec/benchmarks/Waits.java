package io.packetspec.benchmarks;

import io.packetspec.trace.Event;
import io.packetspec.trace.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits of the same time, and how many milliseconds late each of them ended. */
record Waits(Path script, int millis, int count) {
    private static final String SOCKET = """
            0 socket(..., SOCK_DGRAM, IPPROTO_UDP) = 3
            +0 bind(3, ..., ...) = 0
            """;

    /** A name that ends so is a script for IPv6 only. */
    static Waits of(int millis, int count) throws IOException {
        String wait = "+0.%03d < udp (10)\n+0 read(3, ..., 10) = 10\n".formatted(millis);
        Path script = Scratch.create().write("waits-v6.pkt", SOCKET + wait.repeat(count));
        return new Waits(script, millis, count);
    }

    List<Double> slept() {
        List<Double> late = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long began = Trace.now();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
            late.add(late(began, Trace.now()));
        }
        return late;
    }

    /** From the end of the call before, as its thread saw it, until the packet was handed to the kernel. */
    List<Double> scripted() {
        List<Double> late = new ArrayList<>();
        long called = 0;
        for (Event event : Traces.of(new EngineRun(script, 1)).get(0).events()) {
            if (event instanceof Event.Call call) {
                called = call.ended();
            } else if (event instanceof Event.Frame frame && frame.injected()) {
                late.add(late(called, frame.time()));
            }
        }
        return late;
    }

    private double late(long began, long ended) {
        return (ended - began) / 1e6 - millis;
    }
}
