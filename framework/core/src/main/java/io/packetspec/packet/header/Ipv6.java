package io.packetspec.packet.header;

import io.packetspec.packet.Context;
import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;

/** IPv6, RFC 8200 section 3. */
final class Ipv6 {
    private static final int LENGTH = 40;

    static final Header HEADER = Header.of(
                    "ipv6",
                    Field.of("version", 4).withDefault(6),
                    Field.of("tc", 8).hex(),
                    Field.of("fl", 20).hex(),
                    Field.of("plen", 16).computed(Context::payloadLength),
                    Field.of("nh", 8).selecting(Protocols.IP, Protocols.EXPERIMENTAL),
                    Field.of("hlim", 8).withDefault(64),
                    Field.address("src", Field.Kind.IPV6),
                    Field.address("dst", Field.Kind.IPV6))
            .withLength(Ipv6::length)
            .withNext(Protocols.next("nh", Protocols.IP))
            .withSummary("src>dst -fl");

    private Ipv6() {}

    /** A payload length of 0 before hop-by-hop options is a jumbogram's, RFC 2675: all there is. */
    private static int length(Layer layer) {
        boolean jumbo = layer.number("plen") == 0 && layer.number("nh") == 0;
        return jumbo ? 0 : LENGTH + (int) layer.number("plen");
    }
}
