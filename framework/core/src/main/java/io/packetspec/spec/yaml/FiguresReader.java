package io.packetspec.spec.yaml;

import io.packetspec.abi.SocketOption;
import io.packetspec.abi.Struct;
import io.packetspec.packet.Match;
import io.packetspec.spec.Kept;
import io.packetspec.spec.Step;
import io.packetspec.spec.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the steps that look at the figures of a socket: {@code tcp_info}, {@code meminfo}. */
final class FiguresReader {
    static final String TCP_INFO = "TCP_INFO";
    static final String MEMINFO = "SO_MEMINFO";
    private static final String SOCKET = "socket";

    private FiguresReader() {}

    static Step tcpInfo(StepParts parts) {
        return read(parts, TCP_INFO);
    }

    static Step meminfo(StepParts parts) {
        return read(parts, MEMINFO);
    }

    private static Step read(StepParts parts, String name) {
        SocketOption option = SocketOption.named(name).orElseThrow();
        Struct struct = (Struct) option.answer();
        Optional<Mapping> mapping =
                parts.argument().mapping("a mapping such as {socket: s, " + example(struct) + ": 1}");
        mapping.ifPresent(m -> m.expect("figure", keys(parts.verb(), name)));
        Optional<Value<Long>> socket = mapping.flatMap(m -> m.need(SOCKET)).flatMap(DescriptorReader::read);
        LayoutReader reader = new LayoutReader(parts.scope());
        Optional<Value<Map<String, Match>>> fields = mapping.flatMap(m -> reader.fields(struct, m, reader::match));
        return new Step.Figures(
                parts.at(),
                parts.text(),
                parts.host(),
                socket.orElse(new Value.Literal<>(parts.at(), -1L)),
                option,
                fields.<Value<Match>>map(value -> value.map(Match.Fields::new))
                        .orElse(new Value.Literal<>(parts.at(), new Match.Any())),
                parts.keep(Kept.figures(struct)));
    }

    private static String example(Struct struct) {
        return struct.fields().get(0);
    }

    /** @param option that the figures are those of */
    static Keys keys(String verb, String option) {
        Struct struct = (Struct) SocketOption.named(option).orElseThrow().answer();
        List<Key> keys = new ArrayList<>(List.of(Key.required(
                SOCKET, Shape.anyOf(Shapes.NAME, Shapes.NUMBER), "the descriptor that an earlier step kept")));
        keys.addAll(LayoutShapes.expected(struct).keys());
        return new Keys(verb, keys);
    }
}
