package io.packetspec.spec.yaml;

import io.packetspec.spec.Kept;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.Step;
import java.util.List;

/** Reads the steps that deal with frames. */
final class WireSteps {
    private static final Scalar<Integer> COUNT = Scalar.of("a number of frames", WireSteps::count);
    private static final Scalar<Boolean> TRUE = Scalar.of("true", WireSteps::only);
    static final int MOST = 100_000;

    private WireSteps() {}

    static Step inject(StepParts parts) {
        PacketTemplate packet = new PacketReader(true, parts.scope()).read(parts.argument());
        String wire = parts.wire("from", List.of(packet));
        Layer3.check(packet, wire, parts.scope());
        return new Step.Inject(
                parts.at(),
                parts.text(),
                wire,
                packet,
                parts.modifier("fragment")
                        .flatMap(cursor -> FragmentationReader.read(cursor, packet))
                        .orElse(null),
                parts.keep(Kept.FRAME));
    }

    static Step expect(StepParts parts) {
        if (AnyOrderReader.isMeant(parts.argument())) {
            return AnyOrderReader.read(parts);
        }
        PacketTemplate packet = new PacketReader(false, parts.scope()).read(parts.argument());
        String wire = parts.wire("at", List.of(packet));
        Layer3.check(packet, wire, parts.scope());
        int count = parts.modifier("count").flatMap(c -> c.literal(COUNT)).orElse(1);
        boolean reassembled =
                parts.modifier("reassembled").flatMap(c -> c.literal(TRUE)).isPresent();
        return new Step.Expect(
                parts.at(),
                parts.text(),
                wire,
                packet,
                DueReader.read(parts),
                count,
                reassembled,
                parts.keep(reassembled ? Kept.REASSEMBLED : Kept.FRAME));
    }

    static Step silence(StepParts parts) {
        Cursor time = parts.argument();
        return new Step.Silence(
                parts.at(),
                parts.text(),
                time.isEmpty() ? null : time.literal(Scalars.DURATION).orElse(null),
                AllowReader.read(parts.modifier("allow")));
    }

    private static boolean only(String text) {
        if (!text.equals("true")) {
            throw new IllegalArgumentException("expected true, not \"" + text + "\": leave it out for single frames");
        }
        return true;
    }

    private static int count(String text) {
        long count = Numbers.parse(text);
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("expected a number of frames from 1 to " + MOST + ", not " + text
                    + (count == 0 ? "; no frame is \"silence\"" : ""));
        }
        return (int) count;
    }
}
