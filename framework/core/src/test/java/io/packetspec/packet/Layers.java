package io.packetspec.packet;

import io.packetspec.packet.header.Headers;

/** The packets that the tests of this package talk about. */
final class Layers {
    private Layers() {}

    static Layer eth() {
        return Layer.of(Headers.ETH).with("dst", "02:00:00:00:00:01").with("src", "02:00:00:00:00:02");
    }

    static Layer arp() {
        return Layer.of(Headers.ARP)
                .with("sha", "02:00:00:00:00:02")
                .with("spa", "192.0.2.2")
                .with("tpa", "192.0.2.1");
    }

    static Layer ipv4() {
        return Layer.of(Headers.IPV4).with("src", "192.0.2.1").with("dst", "192.0.2.2");
    }

    static Layer ipv6() {
        return Layer.of(Headers.IPV6).with("src", "2001:db8::1").with("dst", "2001:db8::2");
    }

    static Layer tcp() {
        return Layer.of(Headers.TCP);
    }

    static Layer udp() {
        return Layer.of(Headers.UDP).with("sport", 4000).with("dport", 9);
    }

    static Layer icmp() {
        return Layer.of(Headers.ICMP);
    }

    static Layer icmpv6() {
        return Layer.of(Headers.ICMPV6);
    }

    static Layer payload(String text) {
        return Layer.of(Headers.PAYLOAD).with("data", text);
    }

    static Layer raw(String hex) {
        return Layer.of(Headers.RAW).with("data", Octets.hex(hex));
    }

    /** An option of this header's list. */
    static Layer option(Header header, String name) {
        return Layer.of(header.field("options").orElseThrow().formats().get(name));
    }

    static Layer tcpOption(String name) {
        return option(Headers.TCP, name);
    }

    /** What a Linux client puts on a SYN. */
    static Layer[] synOptions() {
        return new Layer[] {
            tcpOption("mss").with("mss", 1460),
            tcpOption("sackOK"),
            tcpOption("ts").with("val", 100).with("ecr", 0),
            tcpOption("nop"),
            tcpOption("wscale").with("wscale", 7)
        };
    }

    static Dissection dissect(Layer... layers) {
        return Dissection.of(layers[0].header(), Packet.of(layers).encode());
    }
}
