package io.packetspec.spec.yaml;

import io.packetspec.spec.Due;
import io.packetspec.spec.Kept;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.Step;
import java.util.List;

/** Reads the form of {@code expect} whose frames come in any order. */
final class AnyOrderReader {
    private static final String ANY_ORDER = "any-order";

    static final Keys KEYS =
            Keys.of("expect", Key.required(ANY_ORDER, Shapes.ALLOWED, "frames that come in any order"));

    private AnyOrderReader() {}

    /** Any other mapping is a packet that is none. */
    static boolean isMeant(Cursor argument) {
        return argument.tree() instanceof Tree.Entries entries
                && entries.entries().stream()
                        .anyMatch(entry -> Suggestion.nearest(entry.key().text(), List.of(ANY_ORDER))
                                .isPresent());
    }

    static Step read(StepParts parts) {
        List<PacketTemplate> packets = parts.argument()
                .mapping(KEYS)
                .flatMap(mapping -> mapping.need(ANY_ORDER))
                .map(list -> new PacketReader(false, parts.scope()).list(list))
                .orElse(List.of());
        for (String single : List.of(Modifiers.COUNT.name(), Modifiers.REASSEMBLED.name())) {
            parts.step()
                    .keyAt(single)
                    .ifPresent(at -> parts.scope()
                            .problem(at, "\"" + single + "\" goes with one packet, not with \"any-order\""));
        }
        Due due = DueReader.read(parts);
        String wire = parts.wire("at", packets);
        packets.forEach(packet -> Layer3.check(packet, wire, parts.scope()));
        return new Step.AnyOrder(parts.at(), parts.text(), wire, packets, due, names(parts, packets));
    }

    private static List<String> names(StepParts parts, List<PacketTemplate> packets) {
        List<Cursor> written = parts.modifier("as")
                .map(c -> c.items("a list of names, one a packet"))
                .orElse(List.of());
        if (!written.isEmpty() && !packets.isEmpty() && written.size() != packets.size()) {
            parts.modifier("as")
                    .orElseThrow()
                    .problem("expected " + packets.size() + " names, one a packet, not " + written.size());
        }
        return written.stream()
                .flatMap(name -> parts.keep(name, Kept.FRAME).stream())
                .toList();
    }
}
