package io.packetspec.run.flow;

import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.packet.Mismatch;
import io.packetspec.packet.Options;
import io.packetspec.spec.PacketTemplate.ScriptedStamp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The timestamps of a kernel's segments by the numbers that a script gives them. Both count from the first segment. */
final class Stamps {
    private final Map<Long, Long> live = new HashMap<>();
    private @Nullable Long first;

    /** The host sent the segment whose timestamp a script calls so; its own numbers are relative to its first. */
    void met(@Nullable ScriptedStamp stamp, Layer relative) {
        value(relative).filter(value -> stamp != null).ifPresent(value -> {
            first = first == null ? stamp.number() : first;
            live.put(stamp.number(), value);
        });
    }

    /** Where a tick is known, the kernel's clock must have gone as far as the script's. */
    Optional<Mismatch> diff(@Nullable ScriptedStamp stamp, Layer relative) {
        if (stamp == null || stamp.tick() == 0 || first == null) {
            return Optional.empty();
        }
        long expected = Sequence.sum(stamp.number(), -first);
        return value(relative)
                .filter(value -> Math.abs(Sequence.distance(expected, value)) * stamp.tick() > stamp.tolerance())
                .map(value -> new Mismatch(
                        "tcp.options.ts.val",
                        stamp.number() + " within " + stamp.tolerance() + " us",
                        Sequence.sum(value, first) + " (as the script counts)"));
    }

    /**
     * The segment, its numbers relative, with what it echoes.
     *
     * @throws IllegalArgumentException if no segment had that timestamp
     */
    Layer echoing(Layer tcp, @Nullable ScriptedStamp stamp) {
        if (stamp == null || !Tcp.has(tcp, Tcp.ACK)) {
            return stamp == null ? tcp : with(tcp, stamp.number());
        }
        Long known = live.get(stamp.number());
        if (known == null && stamp.scaled() && first != null) {
            known = Sequence.sum(stamp.number(), -first);
        }
        if (known == null) {
            throw new IllegalArgumentException("it echoes TS val " + stamp.number()
                    + ", but no segment that the script expected before had that timestamp");
        }
        return with(tcp, known);
    }

    private static Layer with(Layer tcp, long echo) {
        Options options = (Options) tcp.value("options").orElseThrow();
        return tcp.with(
                "options",
                Match.exact(new Options(options.list().stream()
                        .map(option -> option.header().name().equals("ts") ? option.with("ecr", echo) : option)
                        .toList())));
    }

    private static Optional<Long> value(Layer tcp) {
        return Tcp.option(tcp, "ts").map(ts -> ts.number("val"));
    }
}
