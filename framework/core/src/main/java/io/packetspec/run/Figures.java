package io.packetspec.run;

import io.packetspec.abi.SocketOption;
import io.packetspec.linux.Sockets;
import io.packetspec.packet.Match;
import io.packetspec.run.memory.LayoutCodec;
import io.packetspec.run.memory.LayoutDifference;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.time.Doing;
import io.packetspec.spec.Step;
import io.packetspec.trace.Event;
import io.packetspec.trace.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Reads the figures of a socket and holds them against what a step expects. */
final class Figures {
    private static final int ROOM = 4096;
    private final Bench bench;
    private final Step.Figures step;

    Figures(Bench bench, Step.Figures step) {
        this.bench = bench;
        this.step = step;
    }

    /** @param host runs the call on the step's host */
    void check(Function<Callable<Sockets.Result>, Sockets.Result> host) {
        int socket = step.socket().in(bench.scope().names()).intValue();
        Match fields = step.fields().in(bench.scope().names());
        SocketOption option = step.option();
        Sockets sockets = bench.host(step.host()).sockets();
        long began = Trace.now();
        Sockets.Result result = host.apply(() -> sockets.getsockopt(socket, option.level(), option.number(), ROOM));
        String outcome = result.errno() == null ? "0" : "-1 " + result.errno();
        bench.trace()
                .add(new Event.Call(
                        began,
                        Trace.now(),
                        step.host(),
                        "getsockopt socket " + socket + ", option " + option.name(),
                        outcome));
        if (result.errno() != null) {
            throw failure(option.name() + " failed with " + result.errno() + ", expected it to succeed");
        }
        compare(option, fields, LayoutCodec.decode(option.answer(), result.data()));
        keep(began, (Map<?, ?>) LayoutCodec.decode(option.answer(), result.data()));
    }

    private void compare(SocketOption option, Match fields, Object actual) {
        List<String> differences = LayoutDifference.between("", option.answer(), fields, actual);
        if (!differences.isEmpty()) {
            throw failure(option.name() + ": " + String.join("\n  ", differences));
        }
    }

    private void keep(long began, Map<?, ?> actual) {
        if (step.as() != null) {
            Map<String, Object> kept = new LinkedHashMap<>();
            actual.forEach((name, value) -> kept.put((String) name, value));
            kept.put("time", began);
            bench.keep(step.as(), kept, Doing.at(began));
        }
    }

    private SpecFailure failure(String message) {
        return new SpecFailure(step.at(), message, null);
    }
}
