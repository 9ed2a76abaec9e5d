package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Flow;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.PacketTemplate.Scripted;
import io.packetspec.spec.PacketTemplate.Segment;
import io.packetspec.spec.packetdrill.Body;

/** The UDP header of a packet. Ports of its own only count where it is sent: what is expected is told by the socket's. */
final class UdpTranslation {
    private static final long HEADER = 8;
    private static final long IP_HEADER = 20;
    private static final long LARGEST = 65_535;

    private final Conversations conversations;

    UdpTranslation(Conversations conversations) {
        this.conversations = conversations;
    }

    LayerTemplate sent(Body.Udp udp) {
        return fields(udp).set(udp.ports()).layer(new Segment(flow(udp), null, Scripted.PLAIN));
    }

    LayerTemplate expected(Body.Udp udp, long label) {
        return fields(udp)
                .set("len", HEADER + udp.length())
                .layer(new Segment(flow(udp), null, new Scripted(null, label)));
    }

    private Flow flow(Body.Udp udp) {
        return conversations.of(udp.at(), Headers.UDP, udp.ports()).flow();
    }

    private static Fields fields(Body.Udp udp) {
        if (IP_HEADER + HEADER + udp.length() > LARGEST) {
            throw new Untranslatable(
                    udp.at(),
                    "a datagram cannot carry " + udp.length() + " octets: at most " + (LARGEST - IP_HEADER - HEADER));
        }
        return new Fields(udp.at(), Headers.UDP);
    }
}
