package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an interface is made of, as it was written: names of interfaces that may not exist.
 *
 * @param value what stands behind the kind
 * @param whole the interface, with the keys beside the kind
 */
record DeviceDraft(String kind, List<Below> ports, @Nullable Below lower, Cursor value, Mapping whole) {
    /** An interface below, and where it is named. */
    record Below(At at, String name) {}

    boolean hasPort(InterfaceDraft draft) {
        return ports.stream().anyMatch(port -> port.name().equals(draft.name()));
    }

    List<Below> below() {
        return Stream.concat(ports.stream(), Stream.ofNullable(lower)).toList();
    }
}
