package io.packetspec.spec.mutation;

import io.packetspec.packet.Match;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.Step;
import io.packetspec.spec.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What can be changed in what a step expects; nothing where it expects nothing, or only what a run knows. */
final class StepChanges {
    private StepChanges() {}

    static Stream<Change<Step>> of(Step step) {
        if (step instanceof Step.Expect expect) {
            return PacketChanges.of(expect.packet()).map(change -> change.within(expect.with(change.result())));
        } else if (step instanceof Step.AnyOrder frames) {
            return anyOrder(frames);
        } else if (step instanceof Step.Call call) {
            return CallChanges.of(call);
        } else if (step instanceof Step.Counters counters) {
            return counters(counters);
        } else if (step instanceof Step.Figures figures) {
            return Values.changed("", figures.fields()).map(change -> change.within(figures.with(change.result())));
        } else if (step instanceof Step.Drop drop) {
            return Values.changed("", drop.reason()).map(change -> change.within(drop.with(change.result())));
        }
        return printed(step);
    }

    private static Stream<Change<Step>> printed(Step step) {
        if (step instanceof Step.Run run) {
            return Values.changed(run.prints()).map(change -> change.within(run.with(change.result())));
        } else if (step instanceof Step.Cat cat) {
            return Values.changed(cat.prints()).map(change -> change.within(cat.with(change.result())));
        }
        return Stream.empty();
    }

    private static Stream<Change<Step>> anyOrder(Step.AnyOrder frames) {
        return Stream.iterate(0, i -> i < frames.packets().size(), i -> i + 1)
                .flatMap(i -> PacketChanges.of(frames.packets().get(i)).map(change -> {
                    List<PacketTemplate> packets = new ArrayList<>(frames.packets());
                    packets.set(i, change.result());
                    return change.within(frames.with(packets));
                }));
    }

    private static Stream<Change<Step>> counters(Step.Counters counters) {
        return counters.deltas().entrySet().stream()
                .flatMap(entry -> Values.changed(entry.getKey(), entry.getValue())
                        .map(change -> {
                            Map<String, Value<Match>> deltas = new LinkedHashMap<>(counters.deltas());
                            deltas.put(entry.getKey(), change.result());
                            return change.within(counters.with(deltas));
                        }));
    }
}
