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
    private static final String SOCKET = "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n";
    private static final String WAIT = """
            +0.%03d < S. 0:0(0) ack 1 win 100
            +0 getsockopt(3, SOL_SOCKET, SO_ERROR, [0], [4]) = 0
            """;

    /** A name that ends so is a script for IPv6 only. */
    static Waits of(int millis, int count) throws IOException {
        String script = SOCKET + WAIT.formatted(millis).repeat(count);
        return new Waits(Scratch.create().write("waits-v6.pkt", script), millis, count);
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
