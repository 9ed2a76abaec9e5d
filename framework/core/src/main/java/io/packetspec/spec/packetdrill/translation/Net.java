package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Address;
import io.packetspec.packet.Octets;
import io.packetspec.spec.Family;
import java.util.List;
import java.util.Map;

/**
 * What network a variant of a script runs in. Names, addresses and symbols are those that packetdrill's own runner gives to
 * its three variants, so that a script finds the same world.
 *
 * @param label as {@code --ip_version} calls it
 * @param family of the packets
 * @param mapped whether sockets are of IPv6 all the same
 */
record Net(
        String label,
        Family family,
        boolean mapped,
        Address local,
        int prefix,
        Address remote,
        int mtu,
        Map<String, String> symbols) {
    private static final Address LOCAL = Address.parse("192.168.0.1");
    private static final Address REMOTE = Address.parse("192.0.2.1");
    private static final String COOKIE = "3021b9d889017eeb";
    private static final Octets MAPPED = Octets.hex("00000000000000000000ffff");

    static final List<Net> ALL = List.of(
            new Net("ipv4", Family.IPV4, false, LOCAL, 16, REMOTE, 1500, symbols(COOKIE, "SOL_IP", "IP_RECVERR")),
            new Net(
                    "ipv4-mapped-ipv6",
                    Family.IPV4,
                    true,
                    LOCAL,
                    16,
                    REMOTE,
                    1500,
                    symbols(COOKIE, "SOL_IPV6", "IPV6_RECVERR")),
            new Net(
                    "ipv6",
                    Family.IPV6,
                    false,
                    Address.parse("fd3d:a0b:17d6::1"),
                    48,
                    Address.parse("fd3d:fa7b:d17d::1"),
                    1520,
                    symbols("c1d1e9742a47a9bc", "SOL_IPV6", "IPV6_RECVERR")));

    private static Map<String, String> symbols(String cookie, String level, String type) {
        String code = "host_unreachable";
        return Map.of("TFO_COOKIE", cookie, "CODE", code, "CMSG_LEVEL_IP", level, "CMSG_TYPE_RECVERR", type);
    }

    /** Whether a script of this name is meant for it: one may say so by the end of its name. */
    boolean isFor(String path) {
        return family == Family.IPV4 ? !path.endsWith("v6.pkt") : !path.endsWith("v4.pkt");
    }

    boolean isIpv4() {
        return family == Family.IPV4;
    }

    /** What sockets are made for. */
    String domain() {
        return isIpv4() && !mapped ? "AF_INET" : "AF_INET6";
    }

    /** An address as sockets of this network know it. */
    Address ofSockets(Address address) {
        return mapped && address.isIpv4() ? new Address(MAPPED.and(address.octets())) : address;
    }
}
