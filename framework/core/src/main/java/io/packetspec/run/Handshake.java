package io.packetspec.run;

import io.packetspec.run.report.SpecFailure;
import io.packetspec.spec.Step;
import java.util.List;
import java.util.function.Consumer;

/** Goes through the parts of a handshake; the one that does not come is named. */
final class Handshake {
    private static final List<String> PASSIVE = List.of("SYN of the wire", "SYN/ACK of the host", "ACK of the wire");
    private static final List<String> ACTIVE = List.of("SYN of the host", "SYN/ACK of the wire", "ACK of the host");
    private final Step.Handshake step;
    private final Consumer<Step> runner;

    Handshake(Step.Handshake step, Consumer<Step> runner) {
        this.step = step;
        this.runner = runner;
    }

    void shake() {
        List<String> parts = step.flow().opensFromHost() ? ACTIVE : PASSIVE;
        for (int i = 0; i < step.steps().size(); i++) {
            shake(step.steps().get(i), parts.get(i));
        }
    }

    private void shake(Step part, String name) {
        try {
            runner.accept(part);
        } catch (SpecFailure e) {
            throw new SpecFailure(
                    step.at(), "handshake of " + step.flow().name() + ", " + name + ": " + e.message(), e.getCause());
        }
    }
}
