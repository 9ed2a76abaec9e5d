package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;

/** Ethernet II, IEEE 802.3 clause 3; without preamble and frame check sequence, as packet(7) shows it. */
final class Ethernet {
    static final Header HEADER = Header.of(
                    "eth",
                    Field.address("dst", Field.Kind.MAC),
                    Field.address("src", Field.Kind.MAC),
                    Field.of("type", 16).hex().selecting(Protocols.ETHER_TYPES, Protocols.EXPERIMENTAL_TYPE))
            .withNext(Protocols.next("type", Protocols.ETHER_TYPES))
            .withSummary("src>dst type?");

    private Ethernet() {}
}
