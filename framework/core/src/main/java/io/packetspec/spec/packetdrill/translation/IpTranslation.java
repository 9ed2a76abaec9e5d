package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.header.Headers;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.packetdrill.IpInfo;
import io.packetspec.spec.packetdrill.TrafficClass;
import io.packetspec.spec.packetdrill.TrafficClass.Ecn;
import java.util.List;
import java.util.OptionalLong;

/** The IP header of a packet. Its addresses are those of the connection. */
final class IpTranslation {
    private static final long INBOUND_TTL = 255;
    private static final long PLAIN = 5;
    private static final List<Ecn> CODEPOINTS = List.of(Ecn.NOECN, Ecn.ECT1, Ecn.ECT0, Ecn.CE);

    private final Net net;

    IpTranslation(Net net) {
        this.net = net;
    }

    LayerTemplate sent(IpInfo info) {
        OptionalLong ttl = info.ttl().isPresent() ? info.ttl() : OptionalLong.of(INBOUND_TTL);
        return fields(info).set(net.isIpv4() ? "ttl" : "hlim", ttl).layer();
    }

    LayerTemplate expected(IpInfo info) {
        Fields fields = fields(info).set(net.isIpv4() ? "ttl" : "hlim", info.ttl());
        return net.isIpv4() ? fields.set("ihl", PLAIN).layer() : fields.layer();
    }

    private Fields fields(IpInfo info) {
        Fields fields = new Fields(info.at(), net.isIpv4() ? Headers.IPV4 : Headers.IPV6);
        info.trafficClass().ifPresent(octet -> fields.set(net.isIpv4() ? "tos" : "tc", value(info, octet)));
        if (info.flowLabel().isPresent() && net.isIpv4()) {
            throw new Untranslatable(info.at(), "IPv4 has no flow label");
        }
        return net.isIpv4() ? fields : fields.set("fl", info.flowLabel());
    }

    private static long value(IpInfo info, TrafficClass octet) {
        if (octet instanceof TrafficClass.Tos tos) {
            return tos.value();
        }
        int codepoint = CODEPOINTS.indexOf(octet);
        if (codepoint < 0) {
            throw new Untranslatable(info.at(), octet + " is not supported: write ect0 or ect1");
        }
        return codepoint;
    }
}
