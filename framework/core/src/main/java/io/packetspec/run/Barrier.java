package io.packetspec.run;

import io.packetspec.packet.Address;
import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.packet.Octets;
import io.packetspec.packet.Packet;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Family;
import io.packetspec.spec.Topology.Interface;
import io.packetspec.spec.Topology.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves that nothing more is on its way: a marker sent behind everything else comes back after it, because the
 * kernel takes the frames of a processor in their order. The marker is an ARP probe from a MAC of its own (RFC 5227:
 * sender address 0.0.0.0), which no routing, no IP filter and no ICMP rate limit touches, which changes no neighbour
 * entry and no SNMP counter; where the host has no IPv4 address on the wire, an ICMPv6 echo request.
 *
 * <p>It says nothing about kernel timers.
 */
final class Barrier {
    private static final int ECHO_TYPE_AT = 14 + 40;
    private static final int ECHO_REPLY = 129;
    private final Octets mac;
    private final Octets request;

    private Barrier(Octets mac, Octets request) {
        this.mac = mac;
        this.request = request;
    }

    /** A marker for a wire; the serial number tells the markers of a run apart. */
    static Barrier of(Wire wire, Interface host, int serial) {
        Address mac = new Address(Octets.of((byte) 2, (byte) 0xba, (byte) 0x44, (byte) 1, (byte) (serial >> 8), (byte)
                serial));
        Optional<Address> ipv4 = Network.address(host, Family.IPV4);
        Packet packet = ipv4.isPresent() ? probe(mac, host, ipv4.get()) : echo(mac, wire, host);
        return new Barrier(mac.octets(), packet.encode());
    }

    Octets request() {
        return request;
    }

    /** Whether the frame is this marker on its way back: sent to its MAC, or an echo reply that carries it. */
    boolean answers(Octets frame) {
        int length = frame.length();
        if (length < mac.length()) {
            return false;
        }
        return frame.slice(0, mac.length()).equals(mac)
                || length > ECHO_TYPE_AT
                        && frame.at(ECHO_TYPE_AT) == ECHO_REPLY
                        && frame.slice(length - mac.length(), length).equals(mac);
    }

    private static Packet probe(Address mac, Interface host, Address ip) {
        Address none = new Address(Octets.of(new byte[4]));
        Address nobody = new Address(Octets.of(new byte[6]));
        return new Packet(List.of(
                layer("eth", Map.of("src", mac, "dst", host.mac())),
                layer("arp", Map.of("op", 1L, "sha", mac, "spa", none, "tha", nobody, "tpa", ip))));
    }

    private static Packet echo(Address mac, Wire wire, Interface host) {
        Address from = Network.address(wire, Family.IPV6).orElseThrow();
        Address to = Network.address(host, Family.IPV6).orElseThrow();
        return new Packet(List.of(
                layer("eth", Map.of("src", mac, "dst", host.mac())),
                layer("ipv6", Map.of("src", from, "dst", to)),
                layer("icmpv6", Map.of("type", 128L, "code", 0L)),
                layer("payload", Map.of("data", mac.octets()))));
    }

    private static Layer layer(String name, Map<String, Object> values) {
        Header header = Headers.of(name);
        Map<Field, Match> fields = new LinkedHashMap<>();
        values.forEach((field, value) -> fields.put(header.field(field).orElseThrow(), Match.exact(value)));
        return new Layer(header, fields);
    }
}
