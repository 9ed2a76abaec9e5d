package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.spec.At;
import io.packetspec.spec.Topology.Prefix;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An interface as it was written, before its other end is known.
 *
 * @param end where its wire or link is named, or else the interface itself
 */
record InterfaceDraft(
        At at,
        At end,
        String host,
        String name,
        @Nullable String wire,
        @Nullable String link,
        @Nullable DeviceDraft device,
        List<Prefix> addresses,
        int mtu,
        @Nullable Address mac,
        Map<String, Boolean> offloads) {
    String path() {
        return host + "." + name;
    }
}
