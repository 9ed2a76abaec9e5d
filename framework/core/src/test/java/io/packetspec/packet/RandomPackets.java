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
            "version",
            "ihl",
            "len",
            "frag",
            "flags",
            "proto",
            "options",
            "plen",
            "nh",
            "dataofs",
            "htype",
            "ptype",
            "hlen",
            "rest",
            "type",
            "code",
            "data",
            "s",
            "label",
            "offset",
            "segleft",
            "reserved2");

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
        switch (index % 18) {
            case 0 -> layers.add(random(Headers.ARP).with("op", 1 + random.nextInt(2)));
            case 1 -> layers.addAll(List.of(ip, tcp(), payload()));
            case 2 -> layers.addAll(List.of(ip, udp(), payload()));
            case 3 -> layers.addAll(List.of(ip, random(v6 ? Headers.ICMPV6 : Headers.ICMP), payload()));
            case 4 -> layers.addAll(List.of(ip, error(v6), random(ip.header()), udp(), payload()));
            default -> layers.addAll(further(index % 18, ip));
        }
        return new Packet(layers);
    }

    private List<Layer> further(int kind, Layer ip) {
        Layer v6 = random(Headers.IPV6);
        return switch (kind) {
            case 5 -> List.of(random(Headers.VLAN), random(Headers.VLAN), ip, udp(), payload());
            case 6 -> List.of(label(), label(), ip, udp(), payload());
            case 7 -> List.of(v6, hopByHop(), destinationOptions(), tcp(), payload());
            case 8 -> List.of(v6, routing(), udp(), payload());
            case 9 -> List.of(v6, random(Headers.FRAGMENT), udp(), payload());
            case 10 -> List.of(ip, random(Headers.AH).with("icv", octets(8 * random.nextInt(3))), udp(), payload());
            case 11 -> List.of(ipv4(), igmp());
            case 12 -> List.of(v6, discovery());
            case 13 -> List.of(v6, hopByHop(), listener());
            case 14 -> List.of(ip, gre(), ip, udp(), payload());
            case 15 ->
                List.of(
                        ip,
                        random(Headers.UDP).with("sport", 40000).with("dport", 4789),
                        random(Headers.VXLAN),
                        random(Headers.ETH),
                        ip,
                        tcp(),
                        payload());
            case 16 -> List.of(ip, v6, ipv4(), udp(), payload());
            default -> List.of(ip, random(Headers.SCTP), chunk());
        };
    }

    private Layer label() {
        return random(Headers.MPLS).with("label", 16 + random.nextInt(1000));
    }

    private Layer hopByHop() {
        return Layer.of(Headers.HBH)
                .with("options", option(Headers.HBH, "router-alert").with("router-alert", random.nextInt(3)));
    }

    private Layer destinationOptions() {
        Layer unknown = option(Headers.DSTOPTS, "option").with("kind", 30).with("hex", octets(1 + random.nextInt(20)));
        return Layer.of(Headers.DSTOPTS).with("options", option(Headers.DSTOPTS, "pad1"), unknown);
    }

    private Layer routing() {
        int addresses = 1 + random.nextInt(3);
        return random.nextBoolean()
                ? routing(2, random.nextInt(2), octets(4 + 16))
                : routing(0, random.nextInt(addresses + 1), octets(4 + 16 * addresses));
    }

    private static Layer routing(int type, int left, Octets data) {
        return Layer.of(Headers.ROUTING)
                .with("type", type)
                .with("segleft", left)
                .with("data", data);
    }

    private Layer igmp() {
        Layer layer = random(Headers.IGMP);
        return switch (random.nextInt(3)) {
            case 0 -> layer.with("type", "v2-report").with("group", "239.0.0.1");
            case 1 ->
                layer.with("group", "239.0.0.1").with("qrv", 2).with("s", 1).with("sources", sources(layer));
            default ->
                layer.with("type", "v3-report").with("records", record(layer, "239.0.0.1"), record(layer, "239.0.0.2"));
        };
    }

    private Layer discovery() {
        Layer layer = random(Headers.ICMPV6);
        Layer prefix =
                option(Headers.ICMPV6, "prefix").with("prefix", "2001:db8:9::").with("valid", word());
        Layer mac = option(Headers.ICMPV6, "sll").with("sll", "02:00:00:00:00:07");
        Layer target = option(Headers.ICMPV6, "tll").with("tll", "02:00:00:00:00:08");
        return switch (random.nextInt(4)) {
            case 0 -> layer.with("type", "router-solicitation").with("options", mac);
            case 1 ->
                layer.with("type", "router-advertisement")
                        .with("raflags", random.nextInt(8))
                        .with("prf", "high")
                        .with("hlim", 64)
                        .with("lifetime", random.nextInt(9000))
                        .with("reachable", word())
                        .with("retrans", word())
                        .with("options", option(Headers.ICMPV6, "mtu").with("mtu", word()), prefix, mac);
            case 2 ->
                layer.with("type", "neighbor-solicitation")
                        .with("target", "2001:db8::5")
                        .with("options", mac);
            default ->
                layer.with("type", "neighbor-advertisement")
                        .with("flags", random.nextInt(8))
                        .with("target", "2001:db8::6")
                        .with("options", target);
        };
    }

    private Layer listener() {
        Layer layer = Layer.of(Headers.ICMPV6);
        return switch (random.nextInt(3)) {
            case 0 -> layer.with("type", "mld-report").with("group", "ff02::db8:1");
            case 1 ->
                layer.with("type", "mld-query")
                        .with("mrcode", random.nextInt(1000))
                        .with("group", "ff02::db8:1")
                        .with("qrv", 2)
                        .with("qqic", 125)
                        .with("sources", sources(layer));
            default ->
                layer.with("type", "mldv2-report")
                        .with("records", record(layer, "ff02::db8:1"), record(layer, "ff02::db8:2"));
        };
    }

    private static Layer[] sources(Layer layer) {
        Header source = element(layer.header(), "sources");
        String address = layer.header() == Headers.IGMP ? "192.0.2.9" : "2001:db8::9";
        return new Layer[] {Layer.of(source).with("source", address), Layer.of(source)};
    }

    private Layer record(Layer layer, String group) {
        Header header = element(layer.header(), "records");
        Layer record = Layer.of(header).with("type", 1 + random.nextInt(6)).with("group", group);
        return random.nextBoolean() ? record : record.with("sources", sources(layer));
    }

    private static Header element(Header header, String list) {
        return header.field(list).orElseThrow().unnamedFormat().orElseThrow();
    }

    private Layer gre() {
        Layer layer = Layer.of(Headers.GRE);
        return switch (random.nextInt(4)) {
            case 0 -> layer.with("flags", "C");
            case 1 -> layer.with("key", word()).with("seq", word());
            case 2 -> layer.with("checksum", random.nextInt(1 << 16)).with("seq", 7);
            default -> layer;
        };
    }

    /** INIT, RFC 9260 section 3.3.2, as far as it need be for other software to go on. */
    private Layer chunk() {
        Octets octets = Octets.hex("0100 0014" + octets(8) + "0001 0001" + octets(4));
        return Layer.of(Headers.PAYLOAD).with("data", octets);
    }

    private long word() {
        return random.nextInt() & 0xffff_ffffL;
    }

    private Octets octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return Octets.of(octets);
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
        return Layer.of(Headers.PAYLOAD).with("data", octets(1 + random.nextInt(64)));
    }

    /** About half of the fields set, checksums seldom. */
    private Layer random(Header header) {
        Layer layer = Layer.of(header);
        for (Field field : header.fields()) {
            boolean left = STRUCTURE.contains(field.name())
                    || field.isOptional()
                    || field.bits() == 0
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
