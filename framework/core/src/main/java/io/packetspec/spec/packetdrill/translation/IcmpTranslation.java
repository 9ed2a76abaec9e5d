package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Header;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Flow;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.PacketTemplate.Scripted;
import io.packetspec.spec.PacketTemplate.Segment;
import io.packetspec.spec.packetdrill.Body;
import io.packetspec.spec.packetdrill.Echoed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ICMP, RFC 792 and RFC 4443. It quotes what the socket would have sent, unless it is told to be raw. */
final class IcmpTranslation {
    private static final long HEADER = 8;
    private static final long QUOTED = 8;
    private static final long FRAGMENTATION_NEEDED = 4;
    private static final long LARGEST = 0xffff;

    private final Conversations conversations;
    private final IcmpNames names;
    private final Quotation quotation;
    private final Header header;
    private final boolean four;

    IcmpTranslation(Net net, Conversations conversations) {
        this.conversations = conversations;
        this.four = net.isIpv4();
        this.names = four ? IcmpNames.IPV4 : IcmpNames.IPV6;
        this.header = four ? Headers.ICMP : Headers.ICMPV6;
        this.quotation = new Quotation(four);
    }

    List<LayerTemplate> sent(Body.Icmp icmp) {
        Flow flow = flow(icmp);
        Fields fields = fields(icmp);
        mtu(icmp).ifPresent(mtu -> fields.set("mtu", mtu));
        if (icmp.id().orElse(0) != 0) {
            fields.set("id", icmp.id());
        }
        Segment segment = new Segment(flow, null, Scripted.PLAIN);
        Echoed echoed = icmp.echoed().orElse(null);
        if (echoed instanceof Echoed.Raw) {
            long content = length(icmp) - HEADER;
            Fields payload = new Fields(icmp.at(), Headers.RAW).set("data", PacketTranslation.zeros(content));
            LayerTemplate message = fields.layer(segment);
            return content == 0 ? List.of(message) : List.of(message, payload.layer());
        }
        List<LayerTemplate> layers = new ArrayList<>(List.of(fields.layer()));
        layers.addAll(quotation.of(icmp.at(), echoed, segment));
        return layers;
    }

    /** Only of its type and code, as packetdrill compares it. */
    LayerTemplate expected(Body.Icmp icmp, long label) {
        return fields(icmp).layer(new Segment(flow(icmp), null, new Scripted(null, label)));
    }

    /** From its header on. */
    long length(Body.Icmp icmp) {
        if (!(icmp.echoed().orElse(null) instanceof Echoed.Raw raw)) {
            return HEADER + quotation.ipHeader() + QUOTED;
        }
        if (raw.length() < HEADER) {
            throw new Untranslatable(
                    raw.at(),
                    "raw (" + raw.length() + ") counts from the header of ICMP, which has " + HEADER + " octets");
        }
        return raw.length();
    }

    private Flow flow(Body.Icmp icmp) {
        return conversations.of(icmp.at(), Headers.ICMP, Optional.empty()).flow();
    }

    private Fields fields(Body.Icmp icmp) {
        if (isOther(icmp)) {
            String name = icmp.type() + icmp.code().map(code -> " " + code).orElse("");
            return new Fields(icmp.at(), header)
                    .refused("type", "ICMP of " + (four ? "IPv4" : "IPv6") + " has no \"" + name + "\"");
        }
        long type = names.type(icmp);
        if (!four && type > 129) {
            throw new Untranslatable(icmp.at(), "of ICMPv6 only errors and echoes are supported, not type " + type);
        }
        return new Fields(icmp.at(), header).set("type", type).set("code", names.code(icmp));
    }

    /** The script is not for this network, which is no reason not to run it in the others. */
    private boolean isOther(Body.Icmp icmp) {
        IcmpNames others = four ? IcmpNames.IPV6 : IcmpNames.IPV4;
        return !names.know(icmp) && others.know(icmp);
    }

    private Optional<Long> mtu(Body.Icmp icmp) {
        if (icmp.mtu().isEmpty() || isOther(icmp)) {
            return Optional.empty();
        }
        boolean legal = four
                ? names.type(icmp) == 3 && names.code(icmp) == FRAGMENTATION_NEEDED
                : names.type(icmp) == 2 && names.code(icmp) == 0;
        if (!legal) {
            throw new Untranslatable(
                    icmp.at(), "only " + (four ? "unreachable frag_needed" : "packet_too_big") + " tells an mtu");
        }
        long mtu = icmp.mtu().getAsLong();
        if (four && mtu > LARGEST) {
            throw new Untranslatable(icmp.at(), "mtu is 0 to " + LARGEST + ", not " + mtu);
        }
        return Optional.of(mtu);
    }
}
