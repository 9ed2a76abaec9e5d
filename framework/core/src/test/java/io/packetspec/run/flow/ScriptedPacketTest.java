package io.packetspec.run.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Header;
import io.packetspec.packet.Mismatch;
import io.packetspec.packet.Notation;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.Step;
import io.packetspec.spec.Variant;
import io.packetspec.spec.packetdrill.translation.PacketdrillSpecReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Packets of scripts that this kernel cannot be brought to send or take in: what goes on the wire for them, and what does not fit. */
final class ScriptedPacketTest {
    private static final int IPV4 = 0;
    private static final int IPV6 = 2;

    /** A script of which the last two events are packets. */
    private record Pair(Flows flows, PacketTemplate sent, PacketTemplate expected) {
        static Pair of(String sent, String expected, int network) {
            String text = "0 socket(..., SOCK_DGRAM, IPPROTO_UDP) = 3\n+0 < " + sent + "\n+0 > " + expected + "\n";
            Variant variant = new PacketdrillSpecReader()
                    .read("x.pkt", text)
                    .specs()
                    .get(0)
                    .variants()
                    .get(network);
            List<Step> steps = variant.steps().get(0).steps();
            Step.Inject inject = (Step.Inject) steps.get(1).steps().get(0);
            Step.Expect expect = (Step.Expect) steps.get(2).steps().get(0);
            return new Pair(new Flows(variant.flows(), (name, value) -> {}), inject.packet(), expect.packet());
        }

        Dissection onTheWire(Header outermost) {
            return Dissection.of(outermost, flows.sent(sent, Map.of()).encode());
        }

        List<String> differing(Header outermost) {
            return flows.expected(expected, Map.of()).diff(onTheWire(outermost)).stream()
                    .map(Mismatch::path)
                    .toList();
        }
    }

    private static final String OUTER = "ipv4 [ttl 7] 198.51.100.1 > 198.51.100.2: ";
    private static final String GRE =
            "gre flags [checksum present, key present, sequence# present], sum 0x12, off 3, key 4, seq 5: ";
    private static final String MPLS = "mpls (label 16, tc 2, ttl 3) (label 17, tc 0, [S], ttl 9): ";

    @Test
    void headersGoAroundWhatBelongsToTheSocket() {
        Dissection frame =
                Pair.of(OUTER + GRE + MPLS + "[ttl 2] udp (3)", "udp (3)", IPV4).onTheWire(Headers.IPV4);
        assertThat(Notation.line(frame))
                .isEqualTo("ipv4 198.51.100.1 > 198.51.100.2 ttl 7  gre key 4 seq 5 checksum 0x0012 reserved1 3"
                        + "  mpls label 16 cos 2 ttl 3  mpls label 17 ttl 9  ipv4 192.0.2.1 > 192.168.0.1 ttl 2"
                        + "  udp 8080 > 8080  payload {hex: \"000000\"}");
    }

    private static List<String> differing(String sent, String expected) {
        return Pair.of(sent, expected, IPV4).differing(Headers.IPV4);
    }

    @Test
    void headersAreComparedOneByOne() {
        String all = OUTER + GRE + MPLS + "udp (3)";
        // What is sent goes the other way than what is expected.
        List<String> other = List.of("mpls.ipv4.src", "mpls.ipv4.dst");
        assertThat(differing(all, all)).containsExactlyElementsOf(other);
        assertThat(differing(all, all.replace("ttl 7", "ttl 8"))).contains("ipv4.ttl");
        assertThat(differing(all, all.replace("sum 0x12", "sum 0x13"))).contains("gre.checksum");
        assertThat(differing(all, all.replace("off 3", "off 4"))).contains("gre.reserved1");
        assertThat(differing(all, all.replace("key 4", "key 5"))).contains("gre.key");
        assertThat(differing(all, all.replace("seq 5", "seq 6"))).contains("gre.seq");
        assertThat(differing(all, all.replace(", sequence# present", ""))).contains("gre.flags");
        assertThat(differing(all, all.replace("label 16", "label 18"))).contains("mpls.label");
        assertThat(differing(all, all.replace("tc 2", "tc 3"))).contains("mpls.cos");
        assertThat(differing(all, all.replace("ttl 9", "ttl 8"))).contains("mpls.mpls.ttl");
        assertThat(differing(all, OUTER + GRE + "udp (3)")).contains("gre.ipv4");
        assertThat(differing(all, OUTER + "udp (3)")).contains("ipv4.ipv4");
        assertThat(differing(all, all.replace("198.51.100.1", "203.0.113.7"))).containsExactlyElementsOf(other);
    }

    @Test
    void whatIsAskedOfTheInnerEcnIsAskedOfAll() {
        String sent = "ipv4 [ect0] 198.51.100.1 > 198.51.100.2: [tos 0x6] udp (3)";
        assertThat(differing(sent, "ipv4 [ect0] 198.51.100.1 > 198.51.100.2: [ect01] udp (3)"))
                .doesNotContain("ipv4.tos");
        assertThat(differing(sent, "ipv4 [ect0] 198.51.100.1 > 198.51.100.2: [tos 0x7] udp (3)"))
                .contains("ipv4.ipv4.tos");
        assertThat(differing(sent, "ipv4 198.51.100.1 > 198.51.100.2: [tos 0x6] udp (3)"))
                .contains("ipv4.tos");
    }

    @Test
    void anErrorQuotesEightOctetsBehindTheIpHeader() {
        Dissection frame = Pair.of("icmp unreachable frag_needed mtu 1400 [udp (1000)]", "udp (3)", IPV4)
                .onTheWire(Headers.IPV4);
        assertThat(frame.frame().length()).isEqualTo(56);
        assertThat(Notation.line(frame))
                .contains(
                        "icmp destination-unreachable code 4 mtu 1400  ipv4 192.168.0.1 > 192.0.2.1",
                        "len 1028",
                        "udp 8080 > 8080");
    }

    @Test
    void anErrorQuotesWhatItsHeadersWouldCarry() {
        Dissection frame = Pair.of(
                        "ipv6 2001:db8::1 > 2001:db8::2: icmp packet_too_big mtu 1280 [udp (9)]", "udp (3)", IPV6)
                .onTheWire(Headers.IPV6);
        assertThat(Notation.line(frame))
                .startsWith("ipv6 2001:db8::1 > 2001:db8::2")
                .contains("ipv6 fd3d:fa7b:d17d::1 > fd3d:a0b:17d6::1", "icmpv6 packet-too-big mtu 1280");
    }

    /** The options that a segment is sent with, and those that are expected of one. */
    private static String options(String options) {
        String text = "0 < S7 0:0(0) win 1 " + options + "\n+0 > S7. 0:0(0) ack 1 " + options + "\n";
        Variant variant = new PacketdrillSpecReader()
                .read("x.pkt", text)
                .specs()
                .get(0)
                .variants()
                .get(IPV4);
        Step.Inject inject =
                (Step.Inject) variant.steps().get(0).steps().get(0).steps().get(0);
        Flows flows = new Flows(variant.flows(), (name, value) -> {});
        return Notation.line(Dissection.of(
                Headers.IPV4, flows.sent(inject.packet(), Map.of()).encode()));
    }

    @Test
    void optionsAreThoseOfTheirProtocols() {
        assertThat(options("<ECN e1b 1 ceb 2 e0b 3,nop,FOEXP aabb,nop,nop>"))
                .contains(
                        "[SECN]",
                        "{kind: 174, hex: \"000001000002000003\"}, nop, {kind: 254, hex: \"f989aabb\"}, nop, nop");
        assertThat(options("<ECN e0b 1,nop,nop,nop,FO aabbccdd,nop,nop>"))
                .contains("{kind: 172, hex: \"000001\"}, nop, nop, nop, {kind: 34, hex: \"aabbccdd\"}, nop, nop");
        assertThat(options("<md5 000102030405060708090a0b0c0d0e0f,nop,nop>"))
                .contains("{kind: 19, hex: \"000102030405060708090a0b0c0d0e0f\"}");
    }
}
