package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Address;
import io.packetspec.packet.Header;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.packetdrill.Encapsulation;
import io.packetspec.spec.packetdrill.GreHeader;
import io.packetspec.spec.packetdrill.IpInfo;
import java.util.List;

/** Headers around the innermost IP header. Of those that are expected the addresses are not looked at. */
final class EncapsulationTranslation implements Encapsulation.Visitor<List<LayerTemplate>> {
    private static final int ROUTING = 0x4000;
    private static final int VERSION = 7;
    private static final int NIBBLE = 12;

    private final IpInfo inner;
    private final boolean expected;

    /** @param inner of the innermost IP header */
    EncapsulationTranslation(IpInfo inner, boolean expected) {
        this.inner = inner;
        this.expected = expected;
    }

    List<LayerTemplate> layers(List<Encapsulation> headers) {
        for (int i = 1; i < headers.size(); i++) {
            if (headers.get(i) instanceof Encapsulation.Mpls && !(headers.get(i - 1) instanceof Encapsulation.Gre)) {
                throw new Untranslatable(
                        headers.get(i).at(), "nothing before says that labels of MPLS follow: only gre can");
            }
        }
        return headers.stream().flatMap(header -> header.accept(this).stream()).toList();
    }

    @Override
    public List<LayerTemplate> ipv4(Encapsulation.Ipv4 header) {
        return List.of(ip(header.info(), Headers.IPV4, header.source(), header.destination()));
    }

    @Override
    public List<LayerTemplate> ipv6(Encapsulation.Ipv6 header) {
        return List.of(ip(header.info(), Headers.IPV6, header.source(), header.destination()));
    }

    private LayerTemplate ip(IpInfo info, Header header, String source, String destination) {
        return expected
                ? IpTranslation.expected(info, header, inner).layer()
                : IpTranslation.sent(info, header)
                        .set("src", Address.parse(source))
                        .set("dst", Address.parse(destination))
                        .layer();
    }

    @Override
    public List<LayerTemplate> gre(Encapsulation.Gre gre) {
        GreHeader header = gre.header();
        if ((header.flags() & (ROUTING | VERSION)) != 0) {
            throw new Untranslatable(gre.at(), "only version 0 of GRE without source routes is supported");
        }
        Fields fields = new Fields(gre.at(), Headers.GRE)
                .set("flags", header.flags() >> NIBBLE)
                .set("reserved", header.flags() >> 3 & 0x1ff);
        if ((header.flags() & GreHeader.CHECKSUM_PRESENT) != 0) {
            fields.set("checksum", header.checksum()).set("reserved1", header.offset());
        }
        if ((header.flags() & GreHeader.KEY_PRESENT) != 0) {
            fields.set("key", header.key());
        }
        return List.of(
                (header.flags() & GreHeader.SEQUENCE_PRESENT) == 0
                        ? fields.layer()
                        : fields.set("seq", header.sequence()).layer());
    }

    @Override
    public List<LayerTemplate> mpls(Encapsulation.Mpls stack) {
        if (stack.entries().isEmpty()) {
            throw new Untranslatable(stack.at(), "an MPLS stack needs a label: (label 16, tc 0, [S], ttl 64)");
        }
        return stack.entries().stream()
                .map(entry -> new Fields(entry.at(), Headers.MPLS)
                        .set("label", entry.label())
                        .set("cos", entry.trafficClass())
                        .set("s", entry.bottom() ? 1L : 0L)
                        .set("ttl", entry.ttl())
                        .layer())
                .toList();
    }
}
