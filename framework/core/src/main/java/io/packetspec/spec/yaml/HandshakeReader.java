package io.packetspec.spec.yaml;

import io.packetspec.packet.Field;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.packet.Options;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Due;
import io.packetspec.spec.Family;
import io.packetspec.spec.Flow;
import io.packetspec.spec.Kept;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.PacketTemplate.Segment;
import io.packetspec.spec.Step;
import io.packetspec.spec.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the step that is short for the three segments of a handshake. */
final class HandshakeReader {
    private static final Keys KEYS = Keys.of(
            "handshake",
            Key.required("flow", Shapes.NAME, "the flow that is opened"),
            new Key(
                    "options",
                    "of the wire's SYN; its MSS if left out",
                    false,
                    () -> LayerShapes.sent(field("options"))),
            new Key("win", "of the wire's SYN", false, () -> LayerShapes.sent(field("win"))));
    private static final Due ANY_TIME = new Due(null, null);
    private static final long MSS_IPV4 = 1460;
    private static final long MSS_IPV6 = 1440;
    private final StepParts parts;

    private HandshakeReader(StepParts parts) {
        this.parts = parts;
    }

    static Shape shape() {
        return Shape.anyOf(Shapes.NAME, KEYS.shape());
    }

    static Step read(StepParts parts) {
        return new HandshakeReader(parts).step();
    }

    private Step step() {
        Cursor argument = parts.argument();
        Optional<Mapping> mapping = argument.isMapping() ? argument.mapping(KEYS) : Optional.empty();
        Optional<Flow> flow = argument.isMapping()
                ? mapping.flatMap(m -> m.need("flow")).flatMap(FlowReader::named)
                : FlowReader.named(argument);
        Map<Field, Value<Match>> opening = new LinkedHashMap<>();
        mapping.ifPresent(m -> written(m, "win", opening));
        mapping.ifPresent(m -> written(m, "options", opening));
        opening.putIfAbsent(field("options"), new Value.Literal<>(parts.at(), mss()));
        String as = parts.keep(Kept.FRAME);
        return flow.map(f -> handshake(f, opening, as))
                .orElseGet(() -> new Step.Wait(parts.at(), parts.text(), Duration.ZERO));
    }

    private void written(Mapping mapping, String name, Map<Field, Value<Match>> fields) {
        mapping.get(name)
                .flatMap(c -> new FieldReader(field(name), true, parts.scope()).read(c))
                .ifPresent(value -> fields.put(field(name), value));
    }

    /** What an Ethernet carries, RFC 9293 3.7.1. */
    private Match mss() {
        long size = parts.scope().family() == Family.IPV4 ? MSS_IPV4 : MSS_IPV6;
        return Match.exact(
                Options.of(Layer.of(field("options").formats().get("mss")).with("mss", size)));
    }

    private Step handshake(Flow flow, Map<Field, Value<Match>> opening, @Nullable String as) {
        List<Step> steps = flow.opensFromHost()
                ? List.of(expect(flow, "S", as), inject(flow, "SA", opening), expect(flow, "A", null))
                : List.of(inject(flow, "S", opening), expect(flow, "SA", as), inject(flow, "A", Map.of()));
        return new Step.Handshake(parts.at(), parts.text(), flow, steps);
    }

    private Step inject(Flow flow, String flags, Map<Field, Value<Match>> more) {
        return new Step.Inject(parts.at(), parts.text(), flow.wire(), packet(flow, flags, more), null, null);
    }

    private Step expect(Flow flow, String flags, @Nullable String as) {
        PacketTemplate packet = packet(flow, flags, Map.of());
        return new Step.Expect(parts.at(), parts.text(), flow.wire(), packet, ANY_TIME, 1, false, as);
    }

    private PacketTemplate packet(Flow flow, String flags, Map<Field, Value<Match>> more) {
        Map<Field, Value<Match>> fields = new LinkedHashMap<>();
        Field field = field("flags");
        fields.put(field, new Value.Literal<>(parts.at(), Match.exact(field.parse(flags))));
        fields.putAll(more);
        return new PacketTemplate(
                parts.at(), List.of(new LayerTemplate(parts.at(), Headers.TCP, fields, new Segment(flow, null))));
    }

    private static Field field(String name) {
        return Headers.TCP.field(name).orElseThrow();
    }
}
