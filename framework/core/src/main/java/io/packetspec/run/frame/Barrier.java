package io.packetspec.run.frame;

import static io.packetspec.packet.Match.exact;

import io.packetspec.lab.Vicinity;
import io.packetspec.packet.Address;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Octets;
import io.packetspec.packet.Packet;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Family;
import io.packetspec.spec.Topology.Interface;
import io.packetspec.spec.Topology.Wire;
import java.util.List;

/**
 * Proves that nothing more is on its way: a marker sent behind everything else comes back after it, because the
 * kernel takes the frames of a processor in their order. The marker is an ARP probe from a MAC of its own (RFC 5227:
 * sender address 0.0.0.0), which no routing, no IP filter and no ICMP rate limit touches, which changes no neighbour
 * entry and no SNMP counter; where the host has no IPv4 address on the wire, an ICMPv6 echo request. On a wire without
 * Ethernet the wire has markers of its own.
 *
 * <p>It says nothing about kernel timers.
 */
public final class Barrier {
    private static final int ECHO_TYPE_AT = 14 + 40;
    private static final int ECHO_REQUEST = 128;
    private static final int ECHO_REPLY = 129;
    private static final Octets OURS = Octets.of(new byte[] {0x02, (byte) 0xba, 0x44, 0x01});
    private final Octets mac;
    private final Octets request;
    private final boolean counted;

    private Barrier(Octets mac, Octets request, boolean counted) {
        this.mac = mac;
        this.request = request;
        this.counted = counted;
    }

    /** A marker for a wire; the serial number tells the markers of a run apart. */
    public static Barrier of(Wire wire, Interface host, Vicinity vicinity, int serial) {
        Address mac = Address.parse(String.format("02:ba:44:01:%02x:%02x", serial >> 8 & 0xff, serial & 0xff));
        if (wire.layer3()) {
            return new Barrier(mac.octets(), mac.octets(), false);
        }
        boolean counted = vicinity.probed().length == 0;
        Packet packet = counted ? echo(mac, wire, host) : probe(mac, host, new Address(Octets.of(vicinity.probed())));
        return new Barrier(mac.octets(), packet.encode(), counted);
    }

    public Octets request() {
        return request;
    }

    /** Whether SNMP counters see it: ARP has none. */
    public boolean isCounted() {
        return counted;
    }

    /** In words, with an article. */
    public String name() {
        return counted ? "an ICMPv6 echo request" : "an ARP probe";
    }

    /** Whether the frame is this marker on its way back: sent to its MAC, or an echo reply that carries it. */
    public boolean answers(Octets frame) {
        int length = frame.length();
        if (length < mac.length()) {
            return false;
        }
        return frame.slice(0, mac.length()).equals(mac)
                || length > ECHO_TYPE_AT
                        && frame.at(ECHO_TYPE_AT) == ECHO_REPLY
                        && frame.slice(length - mac.length(), length).equals(mac);
    }

    /** Whether it is to or from the MAC of a marker: a bridge that has not learnt of it sends it to others, too. */
    public static boolean isOurs(Octets frame) {
        return frame.length() >= 12
                && (frame.slice(0, 4).equals(OURS) || frame.slice(6, 10).equals(OURS));
    }

    private static Packet probe(Address mac, Interface host, Address ip) {
        Layer arp = Layer.of(Headers.ARP)
                .with("op", 1)
                .with("sha", exact(mac))
                .with("spa", exact(new Address(Octets.of(new byte[4]))))
                .with("tha", exact(new Address(Octets.of(new byte[6]))))
                .with("tpa", exact(ip));
        return new Packet(List.of(ethernet(mac, host), arp));
    }

    private static Packet echo(Address mac, Wire wire, Interface host) {
        Layer ip = Layer.of(Headers.IPV6)
                .with("src", exact(Network.address(wire, Family.IPV6).orElseThrow()))
                .with("dst", exact(Network.address(host, Family.IPV6).orElseThrow()));
        Layer request = Layer.of(Headers.ICMPV6).with("type", ECHO_REQUEST);
        Layer payload = Layer.of(Headers.PAYLOAD).with("data", mac.octets());
        return new Packet(List.of(ethernet(mac, host), ip, request, payload));
    }

    private static Layer ethernet(Address mac, Interface host) {
        return Layer.of(Headers.ETH).with("src", exact(mac)).with("dst", exact(host.mac()));
    }
}
