package io.packetspec.packet.header;

import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Names;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The numbers by which one layer names the next, called like the headers that they stand for. */
final class Protocols {
    /** IEEE 802 numbers; RFC 9542. */
    static final Names ETHER_TYPES = Names.NONE
            .and("ipv4", 0x0800)
            .and("arp", 0x0806)
            .and("ipv6", 0x86dd)
            .and("vlan", 0x8100)
            .and("mpls", 0x8847)
            .and("dot1ad", 0x88a8)
            .and("eth", 0x6558);

    /** The EtherType for local experiments, where no header names its own. */
    static final long EXPERIMENTAL_TYPE = 0x88b5;

    /** IANA's protocol numbers, RFC 5237. */
    static final Names IP = Names.NONE
            .and("hbh", 0)
            .and("icmp", 1)
            .and("igmp", 2)
            .and("ipv4", 4)
            .and("ipip", 4)
            .and("tcp", 6)
            .and("udp", 17)
            .and("ipv6", 41)
            .and("routing", 43)
            .and("fragment", 44)
            .and("gre", 47)
            .and("esp", 50)
            .and("ah", 51)
            .and("icmpv6", 58)
            .and("none", 59)
            .and("dstopts", 60)
            .and("sctp", 132)
            .and("udplite", 136);

    /** The protocol number for experiments, RFC 3692, where no header names its own. */
    static final long EXPERIMENTAL = 253;

    /** Names of numbers that announce the header of another name. */
    private static final Map<String, String> ALIKE = Map.of("dot1ad", "vlan");

    private Protocols() {}

    /** The header that this field of a layer names. */
    static Function<Layer, Optional<Header>> next(String field, Names names) {
        return layer -> names.name(layer.number(field))
                .map(name -> ALIKE.getOrDefault(name, name))
                .flatMap(Headers::named);
    }
}
