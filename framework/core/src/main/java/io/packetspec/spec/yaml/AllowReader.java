package io.packetspec.spec.yaml;

import io.packetspec.spec.PacketTemplate;
import java.util.List;
import java.util.Optional;

/** Reads what may come although no step expects it. */
final class AllowReader {
    private AllowReader() {}

    static List<PacketTemplate> read(Optional<Cursor> allow) {
        return allow.map(list -> new PacketReader(false, list.scope()).list(list))
                .orElse(List.of());
    }
}
