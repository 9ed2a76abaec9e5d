package io.packetspec.spec.yaml;

import io.packetspec.abi.DropReason;
import io.packetspec.abi.ResetReason;
import io.packetspec.packet.Match;
import io.packetspec.spec.Step;
import io.packetspec.spec.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the steps that say for which reason the kernel dropped a packet, or sent a reset. */
final class DropReader {
    private DropReader() {}

    static Step drop(StepParts parts) {
        return step(parts, false, reason("drop reason", "SKB_DROP_REASON_", DropReason.names()));
    }

    static Step reset(StepParts parts) {
        return step(parts, true, reason("reset reason", "SK_RST_REASON_", ResetReason.names()));
    }

    static Shape drops() {
        return shape("drop-reason", DropReason.names());
    }

    static Shape resets() {
        return shape("reset-reason", ResetReason.names());
    }

    private static Shape shape(String name, List<String> reasons) {
        return Shapes.match(name, Shape.words(reasons), false).and("not", Map.of("const", "absent"));
    }

    private static Step step(StepParts parts, boolean reset, Scalar<String> reason) {
        Value<Match> match =
                read(parts.argument(), reason).orElseGet(() -> new Value.Literal<>(parts.at(), new Match.Any()));
        return new Step.Drop(parts.at(), parts.text(), reset, match);
    }

    private static Optional<Value<Match>> read(Cursor argument, Scalar<String> reason) {
        Optional<Value<Match>> match = MatchReader.of(reason).read(argument);
        if (match.isPresent()
                && match.get() instanceof Value.Literal<Match> known
                && known.value() instanceof Match.Absent) {
            argument.problem("expected " + reason.expected() + ": that there is none has no proof");
        }
        return match;
    }

    private static Scalar<String> reason(String what, String prefix, List<String> names) {
        return Scalar.of("a " + what + " such as " + names.get(1), text -> {
            if (names.contains(text)) {
                return text;
            }
            throw new IllegalArgumentException(
                    text.startsWith(prefix)
                            ? "a " + what + " goes without " + prefix
                                    + Suggestion.among(text.substring(prefix.length()), names)
                            : Suggestion.unknown(what, text, "", names));
        });
    }
}
