package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Header;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Flow;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.PacketTemplate.Segment;
import io.packetspec.spec.Spelling;
import io.packetspec.spec.packetdrill.Body;
import io.packetspec.spec.packetdrill.Echoed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An ICMP error that quotes a segment of the connection, RFC 792 and RFC 4443. */
final class IcmpTranslation {
    private static final Map<String, Long> TYPES_4 = Map.of(
            "unreachable", 3L, "source_quench", 4L, "redirect", 5L, "time_exceeded", 11L, "parameter_problem", 12L);
    private static final Map<String, Long> TYPES_6 =
            Map.of("unreachable", 1L, "packet_too_big", 2L, "time_exceeded", 3L, "parameter_problem", 4L);
    private static final Map<String, Long> UNREACHABLE_4 = Map.ofEntries(
            Map.entry("net_unreachable", 0L),
            Map.entry("host_unreachable", 1L),
            Map.entry("protocol_unreachable", 2L),
            Map.entry("port_unreachable", 3L),
            Map.entry("frag_needed", 4L),
            Map.entry("source_route_failed", 5L),
            Map.entry("net_unknown", 6L),
            Map.entry("host_unknown", 7L),
            Map.entry("source_host_isolated", 8L),
            Map.entry("net_prohibited", 9L),
            Map.entry("host_prohibited", 10L),
            Map.entry("net_unreachable_for_tos", 11L),
            Map.entry("host_unreachable_for_tos", 12L),
            Map.entry("packet_filtered", 13L),
            Map.entry("precedence_violation", 14L),
            Map.entry("precedence_cutoff", 15L));
    private static final Map<String, Long> CODES_6 = Map.of(
            "no_route", 0L,
            "admin_prohibited", 1L,
            "not_neighbour", 2L,
            "address_unreachable", 3L,
            "port_unreachable", 4L,
            "exceeded_hop_limit", 0L,
            "exceeded_frag_time", 1L);

    private final Net net;
    private final Conversations conversations;

    IcmpTranslation(Net net, Conversations conversations) {
        this.net = net;
        this.conversations = conversations;
    }

    List<LayerTemplate> sent(Body.Icmp icmp) {
        Flow flow = conversations.of(icmp.at());
        Fields error = new Fields(icmp.at(), header())
                .set("type", known(icmp, "type", icmp.type(), net.isIpv4() ? TYPES_4 : TYPES_6))
                .set("code", icmp.code().map(code -> code(icmp, code)).orElse(0L))
                .set("mtu", icmp.mtu());
        List<LayerTemplate> layers = new ArrayList<>();
        layers.add(error.layer());
        layers.add(new Fields(icmp.at(), net.isIpv4() ? Headers.IPV4 : Headers.IPV6).layer());
        layers.add(new Fields(icmp.at(), Headers.TCP).set("seq", quoted(icmp)).layer(new Segment(flow, null)));
        return layers;
    }

    private Header header() {
        return net.isIpv4() ? Headers.ICMP : Headers.ICMPV6;
    }

    private long code(Body.Icmp icmp, String code) {
        return known(icmp, "code", code, net.isIpv4() ? UNREACHABLE_4 : CODES_6);
    }

    /** The number of the segment that is quoted. */
    private static long quoted(Body.Icmp icmp) {
        Echoed echoed = icmp.echoed().orElse(null);
        if (echoed == null) {
            return 0;
        } else if (echoed instanceof Echoed.Tcp tcp) {
            return tcp.sequence().start();
        }
        throw new Untranslatable(echoed.at(), "only errors that quote a segment of TCP are supported");
    }

    private static long known(Body.Icmp icmp, String what, String name, Map<String, Long> numbers) {
        Long number = numbers.get(name);
        if (number == null) {
            List<String> legal = numbers.keySet().stream().sorted().toList();
            throw new Untranslatable(
                    icmp.at(),
                    "the " + what + " of ICMP \"" + name + "\" is not known here" + Spelling.among(name, legal));
        }
        return number;
    }
}
