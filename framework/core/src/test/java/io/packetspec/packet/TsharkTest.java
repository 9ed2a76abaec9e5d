package io.packetspec.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.packetspec.packet.header.Headers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our reading of our packets against Wireshark's. */
class TsharkTest {
    private static final int PACKETS = 900;

    /** Our name, theirs, and the unit that theirs counts one of ours as. */
    private static final String TABLE = """
            eth.dst eth.dst
            eth.src eth.src
            eth.type eth.type
            arp.htype arp.hw.type
            arp.ptype arp.proto.type
            arp.hlen arp.hw.size
            arp.plen arp.proto.size
            arp.op arp.opcode
            arp.sha arp.src.hw_mac
            arp.spa arp.src.proto_ipv4
            arp.tha arp.dst.hw_mac
            arp.tpa arp.dst.proto_ipv4
            ipv4.ihl ip.hdr_len 4
            ipv4.tos ip.dsfield
            ipv4.len ip.len
            ipv4.id ip.id
            ipv4.flags ip.flags
            ipv4.frag ip.frag_offset 8
            ipv4.ttl ip.ttl
            ipv4.proto ip.proto
            ipv4.checksum ip.checksum
            ipv4.src ip.src
            ipv4.dst ip.dst
            ipv6.version ipv6.version
            ipv6.tc ipv6.tclass
            ipv6.fl ipv6.flow
            ipv6.plen ipv6.plen
            ipv6.nh ipv6.nxt
            ipv6.hlim ipv6.hlim
            ipv6.src ipv6.src
            ipv6.dst ipv6.dst
            icmp.type icmp.type
            icmp.code icmp.code
            icmp.checksum icmp.checksum
            icmp.id icmp.ident
            icmp.seq icmp.seq
            icmp.mtu icmp.mtu
            icmpv6.type icmpv6.type
            icmpv6.code icmpv6.code
            icmpv6.checksum icmpv6.checksum
            icmpv6.id icmpv6.echo.identifier
            icmpv6.seq icmpv6.echo.sequence_number
            icmpv6.mtu icmpv6.mtu
            tcp.sport tcp.srcport
            tcp.dport tcp.dstport
            tcp.seq tcp.seq_raw
            tcp.ack tcp.ack_raw
            tcp.dataofs tcp.hdr_len 4
            tcp.win tcp.window_size_value
            tcp.checksum tcp.checksum
            tcp.urgptr tcp.urgent_pointer
            tcp.mss.mss tcp.options.mss_val
            tcp.wscale.wscale tcp.options.wscale.shift
            tcp.ts.val tcp.options.timestamp.tsval
            tcp.ts.ecr tcp.options.timestamp.tsecr
            udp.sport udp.srcport
            udp.dport udp.dstport
            udp.len udp.length
            udp.checksum udp.checksum
            vlan.prio vlan.priority
            vlan.dei vlan.dei
            vlan.vlan vlan.id
            vlan.type vlan.etype
            mpls.label mpls.label
            mpls.cos mpls.exp
            mpls.s mpls.bottom
            mpls.ttl mpls.ttl
            hbh.nh ipv6.hopopts.nxt
            hbh.len ipv6.hopopts.len
            hbh.router-alert.router-alert ipv6.opt.router_alert
            dstopts.nh ipv6.dstopts.nxt
            dstopts.len ipv6.dstopts.len
            dstopts.option.hex ipv6.opt.experimental
            routing.nh ipv6.routing.nxt
            routing.len ipv6.routing.len
            routing.type ipv6.routing.type
            routing.segleft ipv6.routing.segleft
            fragment.nh ipv6.fraghdr.nxt
            fragment.reserved ipv6.fraghdr.reserved_octet
            fragment.offset ipv6.fraghdr.offset
            fragment.M ipv6.fraghdr.more
            fragment.id ipv6.fraghdr.ident
            ah.nh ah.next_header
            ah.len ah.length
            ah.spi ah.spi
            ah.seq ah.sequence
            icmpv6.target icmpv6.nd.ns.target_address|icmpv6.nd.na.target_address
            icmpv6.hlim icmpv6.nd.ra.cur_hop_limit
            icmpv6.lifetime icmpv6.nd.ra.router_lifetime
            icmpv6.prf icmpv6.nd.ra.flag.prf
            icmpv6.reachable icmpv6.nd.ra.reachable_time
            icmpv6.retrans icmpv6.nd.ra.retrans_timer
            icmpv6.sll.sll icmpv6.opt.src_linkaddr
            icmpv6.tll.tll icmpv6.opt.target_linkaddr
            icmpv6.mtu.mtu icmpv6.opt.mtu
            icmpv6.prefix.plen icmpv6.opt.prefix.length
            icmpv6.prefix.valid icmpv6.opt.prefix.valid_lifetime
            icmpv6.prefix.preferred icmpv6.opt.prefix.preferred_lifetime
            icmpv6.prefix.prefix icmpv6.opt.prefix
            icmpv6.mrcode icmpv6.mld.maximum_response_code|icmpv6.mld.maximum_response_delay
            icmpv6.group icmpv6.mld.multicast_address
            icmpv6.s icmpv6.mld.flag.s
            icmpv6.qrv icmpv6.mld.flag.qrv
            icmpv6.qqic icmpv6.mld.qqi
            icmpv6.numsrc icmpv6.mld.nb_sources
            icmpv6.source.source icmpv6.mld.source_address
            icmpv6.numrec icmpv6.mldr.nb_mcast_records
            icmpv6.record.type icmpv6.mldr.mar.record_type
            icmpv6.record.numsrc icmpv6.mldr.mar.nb_sources
            icmpv6.record.group icmpv6.mldr.mar.multicast_address
            igmp.type igmp.type
            igmp.checksum igmp.checksum
            igmp.group igmp.maddr
            igmp.s igmp.s
            igmp.qrv igmp.qrv
            igmp.qqic igmp.qqic
            igmp.numsrc igmp.num_src
            igmp.source.source igmp.saddr
            igmp.numrec igmp.num_grp_recs
            igmp.record.type igmp.record_type
            igmp.record.numsrc igmp.num_src
            igmp.record.group igmp.maddr
            gre.proto gre.proto
            gre.version gre.flags.version
            gre.checksum gre.checksum
            gre.key gre.key
            gre.seq gre.sequence_number
            vxlan.vni vxlan.vni
            sctp.sport sctp.srcport
            sctp.dport sctp.dstport
            sctp.tag sctp.verification_tag
            sctp.checksum sctp.checksum
            """;

    private final Map<String, String[]> table = new LinkedHashMap<>();

    @BeforeEach
    void readTable() {
        assumeTrue(Tshark.isInstalled(), "tshark is not installed");
        TABLE.lines().map(line -> line.split(" ")).forEach(row -> table.put(row[0], row));
    }

    @Test
    void tshark_sees_the_same_fields_and_checksums(@TempDir Path folder) {
        List<Octets> frames =
                new RandomPackets().take(PACKETS).stream().map(Packet::encode).toList();
        List<String> names = new ArrayList<>(table.values().stream()
                .flatMap(row -> Stream.of(row[1].split("[|]")))
                .toList());
        names.addAll(List.of("tcp.flags", "tcp.payload", "udp.payload"));
        List.of("ip", "tcp", "udp", "icmp", "icmpv6", "igmp", "gre", "sctp")
                .forEach(protocol -> names.add(protocol + ".checksum.status"));
        List<Map<String, List<String>>> rows = Tshark.dissect(frames, names, folder);

        assertThat(rows).hasSize(PACKETS);
        Set<String> compared = new HashSet<>();
        for (int i = 0; i < PACKETS; i++) {
            compare(Dissection.of(Headers.ETH, frames.get(i)), rows.get(i), compared);
        }
        assertThat(compared).containsAll(table.keySet());
        assertThat(compared).contains("ipv4 0", "ipv4 1", "tcp 0", "tcp 1", "udp 0", "udp 1", "icmp 0", "icmp 1");
        assertThat(compared).contains("igmp 0", "igmp 1", "gre 0", "gre 1", "sctp 0", "sctp 1");
        assertThat(compared).contains("icmpv6 0", "icmpv6 1", "tcp.flags", "tcp.payload", "udp.payload");
    }

    private void compare(Dissection ours, Map<String, List<String>> theirs, Set<String> compared) {
        Map<Header, Integer> seen = new HashMap<>();
        for (int i = 0; i < ours.parts().size(); i++) {
            Layer layer = ours.parts().get(i).layer();
            int occurrence = seen.merge(layer.header(), 1, Integer::sum) - 1;
            compareFields(ours, layer, layer.header().name(), theirs, occurrence, compared);
            compareLists(ours, layer, theirs, compared);
            compareChecksum(ours, i, theirs, occurrence, compared);
            comparePayload(ours, i, theirs, occurrence, compared);
        }
    }

    private void compareLists(Dissection frame, Layer layer, Map<String, List<String>> theirs, Set<String> compared) {
        Map<Header, Integer> seen = new HashMap<>();
        for (Match match : layer.fields().values()) {
            if (match instanceof Match.Exact exact && exact.value() instanceof Options options) {
                for (Layer option : options.list()) {
                    int occurrence = seen.merge(option.header(), 1, Integer::sum) - 1;
                    String prefix = layer.header() + "." + option.header();
                    compareFields(frame, option, prefix, theirs, occurrence, compared);
                }
            }
        }
    }

    private void compareFields(
            Dissection frame,
            Layer layer,
            String prefix,
            Map<String, List<String>> theirs,
            int occurrence,
            Set<String> compared) {
        for (Field field : layer.header().fields()) {
            String[] row = table.get(prefix + "." + field);
            if (row != null && field.isRelevantIn(layer) && layer.value(field).isPresent()) {
                List<String> values = Stream.of(row[1].split("[|]"))
                        .flatMap(name -> theirs.get(name).stream())
                        .toList();
                assertThat(values).as("%s of %s", row[1], frame).hasSizeGreaterThan(occurrence);
                Object value = layer.value(field).orElseThrow();
                int unit = row.length > 2 ? Integer.parseInt(row[2]) : 1;
                assertThat(comparable(values.get(occurrence)))
                        .as("%s of %s", row[1], frame)
                        .isEqualTo(value instanceof Long number ? Long.toString(number * unit) : value.toString());
                compared.add(row[0]);
            }
        }
        if (layer.header().name().equals("tcp")) {
            long flags = layer.number("reserved") << 9 | layer.number("flags");
            assertThat(comparable(theirs.get("tcp.flags").get(0)))
                    .as(frame.toString())
                    .isEqualTo(Long.toString(flags));
            compared.add("tcp.flags");
        }
    }

    private static String comparable(String value) {
        return value.matches("0x[0-9a-f]+") ? Long.decode(value).toString() : value;
    }

    /** Theirs is 1 for a right checksum, 0 for a wrong one; they do not verify everything. */
    private static void compareChecksum(
            Dissection frame, int index, Map<String, List<String>> theirs, int occurrence, Set<String> compared) {
        Layer layer = frame.parts().get(index).layer();
        String protocol = layer.header().name().replace("ipv4", "ip");
        List<String> statuses = theirs.getOrDefault(protocol + ".checksum.status", List.of());
        Field field = layer.header().field("checksum").orElse(null);
        if (field != null
                && statuses.size() > occurrence
                && statuses.get(occurrence).matches("[01]")) {
            boolean right = layer.number("checksum") == frame.rightChecksum(index, field);
            assertThat(right)
                    .as("%s.checksum of %s", protocol, frame)
                    .isEqualTo(statuses.get(occurrence).equals("1"));
            compared.add(layer.header() + " " + statuses.get(occurrence));
        }
    }

    private static void comparePayload(
            Dissection frame, int index, Map<String, List<String>> theirs, int occurrence, Set<String> compared) {
        String name = frame.parts().get(index).layer().header() + ".payload";
        List<String> values = theirs.getOrDefault(name, List.of());
        if (values.size() > occurrence) {
            assertThat(frame.behind(frame.parts().get(index)))
                    .as(frame.toString())
                    .hasToString(values.get(occurrence));
            compared.add(name);
        }
    }
}
