package io.packetspec.run;

import io.packetspec.packet.Notation;
import io.packetspec.run.flow.Expected;
import io.packetspec.run.frame.Captured;
import io.packetspec.run.frame.Differences;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Holds the next frames of a wire against several packets, each of which one of them must match. */
final class AnyOrder {
    private final Step.AnyOrder step;
    private final List<Expected> expected;
    private final Bench bench;
    private final Awaited awaited;
    private final Punctuality punctuality;

    AnyOrder(Step.AnyOrder step, List<Expected> expected, Bench bench) {
        this.step = step;
        this.expected = expected;
        this.bench = bench;
        Tap tap = bench.tap(step.wire());
        this.punctuality = new Punctuality(step.due(), step.at(), tap, bench);
        this.awaited = new Awaited(step.at(), tap, bench, punctuality.limit());
    }

    /** The frames in the order of the packets. */
    List<Captured> meet() {
        Pairing<Expected, Captured> pairing = new Pairing<>(expected, Differences::matches);
        List<Captured> frames = new ArrayList<>();
        while (frames.size() < expected.size()) {
            List<Expected> missing = pairing.missing();
            Captured frame = awaited.next(
                    frames.size() + 1,
                    expected.size(),
                    () -> lines(missing),
                    pairing::add,
                    candidate -> differences(missing, candidate));
            if (pairing.missing().size() == missing.size()) {
                throw noneOf(missing, frame);
            }
            punctuality.check(frame);
            frames.add(frame);
        }
        List<Captured> partners = pairing.partners();
        frames.forEach(frame -> {
            expected.get(partners.indexOf(frame)).met(frame.dissection());
            bench.events().saw(frame.time());
        });
        bench.lateness().dealtWith(frames.get(frames.size() - 1).time());
        return partners;
    }

    private static String lines(List<Expected> missing) {
        return missing.stream()
                .map(one -> "\n  expected  " + Notation.line(one.packet()))
                .collect(Collectors.joining());
    }

    private SpecFailure noneOf(List<Expected> missing, Captured frame) {
        String differences = missing.stream()
                .map(one -> "\n  expected  " + Notation.line(one.packet()) + "          differs in "
                        + Differences.between(one, frame.dissection()).paths())
                .collect(Collectors.joining());
        return new SpecFailure(
                step.at(),
                "a frame on wire " + step.wire() + " is none of those that are expected in any order" + differences
                        + "\n  actual    " + bench.shown(step.wire(), frame),
                null);
    }

    private static String differences(List<Expected> missing, Captured frame) {
        return missing.stream()
                .map(one -> Differences.between(one, frame.dissection()).paths())
                .collect(Collectors.joining(", or "));
    }
}
