package io.packetspec.benchmarks;

import io.packetspec.trace.Event;
import io.packetspec.trace.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The same as specs, which all wait for an ACK last. */
record ConnectingSpecs(Path file, int count) {
    static ConnectingSpecs write(int count) throws IOException {
        StringBuilder text = new StringBuilder("feature: reaction\nflows: {c: {from: dut, to: \"peer:80\"}}\nspecs:\n");
        for (int i = 1; i <= count; i++) {
            text.append("  - spec: a SYN/ACK is acknowledged, ")
                    .append(i)
                    .append('\n')
                    .append("""
                        steps:
                          - socket: {type: SOCK_STREAM|SOCK_NONBLOCK}
                            as: s
                          - connect: {socket: s, to: "peer:80"}
                            fails: EINPROGRESS
                          - expect: [tcp: {flow: c, flags: S}]
                          - inject: [tcp: {flow: c, flags: SA}]
                          - expect: [tcp: {flow: c, flags: A}]
                    """);
        }
        return new ConnectingSpecs(Scratch.create().write("reaction.spec.yaml", text.toString()), count);
    }

    List<Exchange> run(int parallelism) {
        return Traces.of(new EngineRun(file, count).atOnce(parallelism)).stream()
                .map(ConnectingSpecs::exchange)
                .toList();
    }

    private static Exchange exchange(Trace trace) {
        Event.Frame synAck = last(frames(trace).filter(Event.Frame::injected));
        Event.Frame ack = last(frames(trace).filter(frame -> !frame.injected()));
        return new Exchange(
                synAck.time(),
                last(steps(trace).filter(step -> step.text().startsWith("inject")))
                        .ended(),
                ack.time(),
                last(steps(trace)).ended());
    }

    private static Stream<Event.Frame> frames(Trace trace) {
        return trace.frames(Plans.WIRE).stream();
    }

    private static Stream<Event.Step> steps(Trace trace) {
        return trace.events().stream().filter(Event.Step.class::isInstance).map(Event.Step.class::cast);
    }

    private static <T> T last(Stream<T> events) {
        return events.reduce((one, next) -> next).orElseThrow();
    }
}
