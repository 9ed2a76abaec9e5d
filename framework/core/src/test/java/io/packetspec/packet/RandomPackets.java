package io.packetspec.packet;

import static io.packetspec.packet.Layers.*;

import io.packetspec.packet.header.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Packets with sound structure and random content, the same ones in every run. */
final class RandomPackets {
    /** What other software needs to find the layers at all. */
    private static final Set<String> STRUCTURE = Set.of(
            "version", "ihl", "len", "frag", "flags", "proto", "options", "plen", "nh", "dataofs", "htype", "ptype",
            "hlen", "rest", "type", "code", "data");

    private final Random random = new Random(20260101);

    List<Packet> take(int count) {
        List<Packet> packets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            packets.add(packet(i));
        }
        return packets;
    }

    private Packet packet(int index) {
        List<Layer> layers = new ArrayList<>(List.of(random(Headers.ETH)));
        boolean v6 = random.nextBoolean();
        Layer ip = v6 ? random(Headers.IPV6) : ipv4();
        switch (index % 5) {
            case 0 -> layers.add(random(Headers.ARP).with("op", 1 + random.nextInt(2)));
            case 1 -> layers.addAll(List.of(ip, tcp(), payload()));
            case 2 -> layers.addAll(List.of(ip, udp(), payload()));
            case 3 -> layers.addAll(List.of(ip, random(v6 ? Headers.ICMPV6 : Headers.ICMP), payload()));
            default -> layers.addAll(List.of(ip, error(v6), random(ip.header()), udp(), payload()));
        }
        return new Packet(layers);
    }

    private Layer error(boolean v6) {
        return v6
                ? Layer.of(Headers.ICMPV6).with("type", 2).with("mtu", random.nextInt(1 << 16))
                : Layer.of(Headers.ICMP).with("type", 3).with("code", 4).with("mtu", random.nextInt(1 << 16));
    }

    private Layer ipv4() {
        Layer layer = random(Headers.IPV4);
        return switch (random.nextInt(4)) {
            case 0 -> layer.with("options", option(Headers.IPV4, "router-alert").with("router-alert", 0));
            case 1 -> layer.with("flags", random.nextInt(8)).with("tos", random.nextInt(256));
            default -> layer;
        };
    }

    /** No ports that other software takes for a protocol. */
    private Layer udp() {
        return random(Headers.UDP).with("sport", 40000).with("dport", 40001);
    }

    private Layer tcp() {
        Layer layer =
                random(Headers.TCP).with("sport", 40000).with("dport", 40001).with("flags", random.nextInt(512));
        return random.nextBoolean() ? layer : layer.with("options", options());
    }

    private Layer[] options() {
        return new Layer[] {
            tcpOption("mss").with("mss", random.nextInt(1 << 16)),
            tcpOption("sackOK"),
            tcpOption("ts").with("val", random.nextInt() & 0xffff_ffffL).with("ecr", random.nextInt() & 0xffff_ffffL),
            tcpOption("nop"),
            tcpOption("wscale").with("wscale", random.nextInt(15))
        };
    }

    private Layer payload() {
        byte[] octets = new byte[1 + random.nextInt(64)];
        random.nextBytes(octets);
        return Layer.of(Headers.PAYLOAD).with("data", Octets.of(octets));
    }

    /** About half of the fields set, checksums seldom. */
    private Layer random(Header header) {
        Layer layer = Layer.of(header);
        for (Field field : header.fields()) {
            boolean left = STRUCTURE.contains(field.name())
                    || field.isView() && !Set.of("id", "seq").contains(field.name());
            if (!left && random.nextInt(field.isChecksum() ? 6 : 2) == 0) {
                layer = layer.with(field, Match.exact(value(field)));
            }
        }
        return layer;
    }

    private Object value(Field field) {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        return field.read(Octets.of(octets), 0);
    }
}
