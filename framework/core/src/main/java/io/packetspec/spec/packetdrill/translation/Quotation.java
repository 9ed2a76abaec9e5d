package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.header.Headers;
import io.packetspec.spec.At;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.PacketTemplate.Segment;
import io.packetspec.spec.packetdrill.Echoed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an error quotes: the header of IP and the first octets behind it. Nobody has filled in checksums. */
final class Quotation {
    private static final long TTL = 255;
    private static final long TCP = 6;
    private static final long TCP_HEADER = 20;
    private static final long UDP = 17;
    private static final long UDP_HEADER = 8;
    private final boolean four;

    Quotation(boolean four) {
        this.four = four;
    }

    long ipHeader() {
        return four ? 20 : 40;
    }

    /** @param echoed null: a segment that carries nothing */
    List<LayerTemplate> of(At at, @Nullable Echoed echoed, Segment segment) {
        if (echoed instanceof Echoed.Udp udp) {
            Fields datagram = new Fields(at, Headers.UDP).set("len", 0L).set("checksum", 0L);
            return List.of(ip(at, UDP, UDP_HEADER + udp.length()), datagram.layer(segment));
        }
        long start = echoed instanceof Echoed.Tcp tcp ? tcp.sequence().start() : 0;
        long length = echoed instanceof Echoed.Tcp tcp ? tcp.sequence().length() : 0;
        Fields quoted = new Fields(at, Headers.TCP).set("seq", start);
        return List.of(ip(at, TCP, TCP_HEADER + length), quoted.layer(segment));
    }

    private LayerTemplate ip(At at, long protocol, long octets) {
        Fields fields = new Fields(at, four ? Headers.IPV4 : Headers.IPV6);
        return four
                ? fields.set("proto", protocol)
                        .set("len", ipHeader() + octets & 0xffff)
                        .set("ttl", TTL)
                        .set("checksum", 0L)
                        .layer()
                : fields.set("nh", protocol)
                        .set("plen", octets & 0xffff)
                        .set("hlim", TTL)
                        .layer();
    }
}
