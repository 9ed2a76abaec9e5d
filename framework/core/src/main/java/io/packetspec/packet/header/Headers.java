package io.packetspec.packet.header;

import io.packetspec.packet.Header;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every header there is, by the name that specs use.
 *
 * <p>What a spec leaves out is computed (lengths, header lengths, the protocol of the next layer, checksums) or is 0,
 * except: TTL and hop limit 64, the flag of VXLAN, TCP window 8192, an echo request, an ARP request; and where the next layer has no
 * number of its own, EtherType 0x88b5 (local experimental) and protocol 253 (RFC 3692).
 */
public final class Headers {
    public static final Header ETH = Ethernet.HEADER;
    public static final Header VLAN = Vlan.HEADER;
    public static final Header MPLS = Mpls.HEADER;
    public static final Header ARP = Arp.HEADER;
    public static final Header IPV4 = Ipv4.HEADER;
    public static final Header IPV6 = Ipv6.HEADER;
    public static final Header HBH = Extensions.HOP_BY_HOP;
    public static final Header DSTOPTS = Extensions.DESTINATION;
    public static final Header ROUTING = Extensions.ROUTING;
    public static final Header FRAGMENT = Extensions.FRAGMENT;
    public static final Header AH = Extensions.AUTHENTICATION;
    public static final Header ICMP = Icmp.HEADER;
    public static final Header ICMPV6 = Icmpv6.HEADER;
    public static final Header IGMP = Igmp.HEADER;
    public static final Header TCP = Tcp.HEADER;
    public static final Header UDP = Udp.HEADER;
    public static final Header SCTP = Sctp.HEADER;
    public static final Header GRE = Gre.HEADER;
    public static final Header VXLAN = Vxlan.HEADER;
    public static final Header PAYLOAD = Header.PAYLOAD;
    public static final Header RAW = Header.RAW;

    private static final Map<String, Header> ALL = Stream.of(
                    ETH, VLAN, MPLS, ARP, IPV4, IPV6, HBH, DSTOPTS, ROUTING, FRAGMENT, AH, ICMP, ICMPV6, IGMP, TCP, UDP,
                    SCTP, GRE, VXLAN, PAYLOAD, RAW)
            .collect(Collectors.toMap(Header::name, header -> header, (a, b) -> a, LinkedHashMap::new));

    private Headers() {}

    public static Optional<Header> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    public static List<Header> all() {
        return List.copyOf(ALL.values());
    }
}
