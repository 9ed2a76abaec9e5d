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
    private static final String SOCKET = "socket";

    private FiguresReader() {}

    static Step tcpInfo(StepParts parts) {
        return read(parts, "TCP_INFO");
    }

    static Step meminfo(StepParts parts) {
        return read(parts, "SO_MEMINFO");
    }

    private static Step read(StepParts parts, String name) {
        SocketOption option = SocketOption.named(name).orElseThrow();
        Struct struct = (Struct) option.answer();
        Optional<Mapping> mapping =
                parts.argument().mapping("a mapping such as {socket: s, " + example(struct) + ": 1}");
        mapping.ifPresent(m -> m.expectKeys("figure", " of " + parts.verb(), legal(struct)));
        Optional<Value<Long>> socket =
                mapping.flatMap(m -> m.need(SOCKET, parts.verb())).flatMap(DescriptorReader::read);
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

    private static List<String> legal(Struct struct) {
        List<String> legal = new ArrayList<>(List.of(SOCKET));
        legal.addAll(struct.fields());
        return legal;
    }
}
