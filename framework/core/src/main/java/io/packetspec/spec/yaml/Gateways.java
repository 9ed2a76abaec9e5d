package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.packet.Field.Kind;
import io.packetspec.spec.Topology;
import io.packetspec.spec.Topology.Prefix;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The gateways of a host's routes: an address, or the name of the host or wire that has it. */
record Gateways(String host, Topology lab, Scope scope) {
    /** @param onlink whether it need be on no prefix of the host */
    Address parse(String text, @Nullable Prefix to, boolean onlink) {
        List<Address> candidates = named(text, to);
        List<Prefix> connected = lab.hosts().get(host).interfaces().stream()
                .flatMap(face -> face.addresses().stream())
                .toList();
        Address gateway = candidates.stream()
                .filter(address -> onlink
                        || isLinkLocal(address)
                        || connected.stream().anyMatch(prefix -> Prefixes.holds(prefix, address)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the gateway " + text + " is on no prefix that " + host
                        + " is connected to" + listed(connected)));
        if (to != null && !Prefixes.sameFamily(to.address(), gateway)) {
            throw new IllegalArgumentException("the gateway " + text + " is not of the family of " + to);
        }
        return gateway;
    }

    private static boolean isLinkLocal(Address address) {
        return address.isIpv6()
                && address.octets().at(0) == 0xfe
                && (address.octets().at(1) & 0xc0) == 0x80;
    }

    private static String listed(List<Prefix> connected) {
        return connected.isEmpty()
                ? ""
                : ": "
                        + String.join(
                                ", ", connected.stream().map(Prefix::toString).toList());
    }

    private List<Address> named(String text, @Nullable Prefix to) {
        Stream<Prefix> prefixes = lab.wires().containsKey(text)
                ? lab.wires().get(text).addresses().stream()
                : lab.hosts().containsKey(text)
                        ? lab.hosts().get(text).interfaces().stream().flatMap(face -> face.addresses().stream())
                        : Stream.of();
        List<Address> known = prefixes.map(Prefix::address)
                .filter(address -> Addresses.isOf(address, family(to)))
                .toList();
        return known.isEmpty() ? List.of(new Addresses(lab, true).parse(text, family(to, text))) : known;
    }

    private Kind family(@Nullable Prefix to) {
        if (to == null) {
            return Addresses.kind(scope.family());
        }
        return to.address().isIpv4() ? Kind.IPV4 : Kind.IPV6;
    }

    /** A literal gateway says its family itself. */
    private Kind family(@Nullable Prefix to, String text) {
        return text.contains(":") ? Kind.IPV6 : text.contains(".") ? Kind.IPV4 : family(to);
    }
}
