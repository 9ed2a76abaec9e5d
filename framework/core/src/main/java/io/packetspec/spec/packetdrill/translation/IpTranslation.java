package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Header;
import io.packetspec.packet.Match;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.packetdrill.IpInfo;
import io.packetspec.spec.packetdrill.TrafficClass;
import io.packetspec.spec.packetdrill.TrafficClass.Ecn;
import java.util.List;
import java.util.Optional;

/** IP headers: the innermost, whose addresses are those of the connection, and those around it. */
final class IpTranslation {
    /** What is sent if nothing is said, and therefore means the same when it is expected. */
    private static final long UNSAID_TTL = 255;

    private static final long PLAIN = 5;
    private static final long OCTETS_4 = 20;
    private static final long ECN = 3;
    private static final List<Ecn> CODEPOINTS = List.of(Ecn.NOECN, Ecn.ECT1, Ecn.ECT0, Ecn.CE);

    private final Net net;

    IpTranslation(Net net) {
        this.net = net;
    }

    Header header() {
        return net.isIpv4() ? Headers.IPV4 : Headers.IPV6;
    }

    Fields sent(IpInfo info) {
        Fields fields = sent(info, header());
        return net.isIpv4() ? fields : fields.set("fl", label(info));
    }

    static Fields sent(IpInfo info, Header header) {
        return new Fields(info.at(), header)
                .set(
                        octet(header),
                        info.trafficClass().map(IpTranslation::value).orElse(0L))
                .set(ttl(header), ttl(info));
    }

    Fields expected(IpInfo info) {
        return expected(info, header(), info);
    }

    /** @param inner of the innermost IP header: what it asks of its DSCP and ECN is asked of all */
    static Fields expected(IpInfo info, Header header, IpInfo inner) {
        Fields fields = new Fields(info.at(), header);
        if (header == Headers.IPV4) {
            fields.set("ihl", PLAIN).set("checksum", new Match.Checksum(true));
        }
        long octet = info.trafficClass().map(IpTranslation::value).orElse(0L);
        inner.trafficClass().ifPresent(asked -> fields.set(octet(header), match(asked, octet)));
        return ttl(info) == UNSAID_TTL ? fields : fields.set(ttl(header), ttl(info));
    }

    /** Of a header that carries so many octets. */
    Fields carrying(Fields fields, long octets) {
        return net.isIpv4() ? fields.set("len", OCTETS_4 + octets) : fields.set("plen", octets);
    }

    /** What a script calls the flow label; 0 where it says nothing, and of IPv4, which has none. */
    long label(IpInfo info) {
        return net.isIpv4() ? 0 : info.flowLabel().orElse(0);
    }

    private static Match match(TrafficClass asked, long octet) {
        if (asked instanceof TrafficClass.Tos) {
            return Match.exact(octet);
        }
        return asked == Ecn.ECT01 ? new Match.Bits(ECN, List.of(1L, 2L)) : new Match.Bits(ECN, List.of(octet));
    }

    private static String octet(Header header) {
        return header == Headers.IPV4 ? "tos" : "tc";
    }

    private static String ttl(Header header) {
        return header == Headers.IPV4 ? "ttl" : "hlim";
    }

    private static long ttl(IpInfo info) {
        return Optional.of(info.ttl().orElse(0)).filter(ttl -> ttl != 0).orElse(UNSAID_TTL);
    }

    private static long value(TrafficClass octet) {
        return octet instanceof TrafficClass.Tos tos ? tos.value() : Math.max(0, CODEPOINTS.indexOf(octet));
    }
}
