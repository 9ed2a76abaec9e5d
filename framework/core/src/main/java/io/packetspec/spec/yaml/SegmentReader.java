package io.packetspec.spec.yaml;

import io.packetspec.packet.Match;
import io.packetspec.spec.Flow;
import io.packetspec.spec.PacketTemplate.Segment;
import io.packetspec.spec.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a TCP layer says of the flow that it belongs to. */
final class SegmentReader {
    static final List<String> NAMES = keys(false).stream().map(Key::name).toList();
    /** Beside the fields of the header. */
    static final Shape RULES = Shape.of(
            "dependentRequired",
            Map.of("window", List.of("flow")),
            "not",
            Map.of("required", List.of("window", "win")));

    private final Mapping tcp;
    private final boolean sent;

    SegmentReader(Mapping tcp, boolean sent) {
        this.tcp = tcp;
        this.sent = sent;
    }

    static List<Key> keys(boolean sent) {
        Shape window = sent ? Shapes.NUMBER : Shapes.match("number", Shapes.NUMBER, true);
        return List.of(
                Key.optional("flow", Shapes.NAME, "the flow of the segment: what is left out is what comes next in it"),
                Key.optional("window", window, "in octets: the field win by the flow's scale"));
    }

    /** Null if the layer belongs to none, or to one that is unknown, which is reported. */
    @Nullable
    Segment read() {
        Optional<Cursor> name = tcp.get("flow");
        if (name.isEmpty()) {
            tcp.keyAt("window")
                    .ifPresent(at -> tcp.scope()
                            .problem(at, "\"window\" goes with \"flow\", which knows the scale; the field is \"win\""));
            return null;
        }
        if (tcp.has("window") && tcp.has("win")) {
            tcp.scope().problem(tcp.keyAt("window").orElseThrow(), "\"window\" and \"win\" say the same: one will do");
        }
        Optional<Flow> flow = name.flatMap(FlowReader::named);
        Value<Match> window = tcp.get("window").flatMap(this::window).orElse(null);
        return flow.map(f -> new Segment(f, window)).orElse(null);
    }

    private Optional<Value<Match>> window(Cursor cursor) {
        return new MatchReader(c -> c.value(Scalars.NUMBER).map(value -> value.map(v -> v)), false, false, sent)
                .read(cursor);
    }
}
