package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.packet.Field.Kind;
import io.packetspec.packet.Octets;
import io.packetspec.spec.Family;
import io.packetspec.spec.Topology;
import io.packetspec.spec.Topology.Interface;
import io.packetspec.spec.Topology.Prefix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the names of hosts and wires stand for where an address is expected: the first of its kind. */
final class Addresses {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]\\w*");
    private final Map<String, List<Address>> byName = new LinkedHashMap<>();
    private final boolean complete;

    /** @param complete whether the lab is sound; if not, names that lead nowhere are no further problem */
    Addresses(Topology lab, boolean complete) {
        this.complete = complete;
        lab.hosts().forEach((name, host) -> byName.put(name, of(host.interfaces())));
        lab.wires().forEach((name, wire) -> byName.put(name, of(wire.addresses(), wire.mac())));
    }

    private static List<Address> of(List<Interface> interfaces) {
        // The MAC is one that the host answers at: not that of a bridge's port.
        return interfaces.stream()
                .sorted(Comparator.comparing(face -> face.addresses().isEmpty()))
                .flatMap(face -> of(face.addresses(), face.mac()).stream())
                .toList();
    }

    private static List<Address> of(List<Prefix> prefixes, Address mac) {
        List<Address> all =
                new ArrayList<>(prefixes.stream().map(Prefix::address).toList());
        all.add(mac);
        return all;
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    Optional<Address> find(String name, Kind kind) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(address -> isOf(address, kind))
                .findFirst();
    }

    Address parse(String text, Family family) {
        return isName(text) ? named(text, kind(family)) : literal(text);
    }

    Address parse(String text, Kind kind) {
        if (isName(text)) {
            return named(text, kind);
        }
        Address address = literal(text);
        if (!isOf(address, kind)) {
            throw new IllegalArgumentException("expected " + words(kind) + ", not " + text);
        }
        return address;
    }

    private boolean isName(String text) {
        return byName.containsKey(text) || !complete && WORD.matcher(text).matches();
    }

    private Address named(String name, Kind kind) {
        return find(name, kind)
                .or(() -> complete ? Optional.empty() : Optional.of(standIn(kind)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + name + "\" has no " + words(kind).replaceFirst("^an? ", "")));
    }

    private static Address standIn(Kind kind) {
        return new Address(Octets.of(new byte[kind == Kind.MAC ? 6 : kind == Kind.IPV4 ? 4 : 16]));
    }

    private Address literal(String text) {
        if (WORD.matcher(text).matches()) {
            throw new IllegalArgumentException(Suggestion.unknown("host or wire", text, "", names()));
        }
        return Address.parse(text);
    }

    static Kind kind(Family family) {
        return family == Family.IPV4 ? Kind.IPV4 : Kind.IPV6;
    }

    static boolean isOf(Address address, Kind kind) {
        return kind == Kind.MAC ? address.isMac() : kind == Kind.IPV4 ? address.isIpv4() : address.isIpv6();
    }

    private static String words(Kind kind) {
        return kind == Kind.MAC ? "a MAC address" : kind == Kind.IPV4 ? "an IPv4 address" : "an IPv6 address";
    }
}
