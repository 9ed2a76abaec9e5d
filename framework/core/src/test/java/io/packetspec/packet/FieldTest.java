package io.packetspec.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.packetspec.packet.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTest {
    @ParameterizedTest
    @CsvSource({
        "tcp, seq, 7, 7, 7 (0x7)",
        "tcp, seq, 0xffffffff, 4294967295, 4294967295 (0xffffffff)",
        "tcp, flags, SA, SA, SA (0x12)",
        "tcp, flags, AS, SA, SA (0x12)",
        "tcp, flags, FSRPAUECN, FSRPAUECN, FSRPAUECN (0x1ff)",
        "tcp, flags, EW, EC, EC (0xc0)",
        "tcp, flags, 0x12, SA, SA (0x12)",
        "tcp, flags, '', 0, 0",
        "ipv4, flags, DF, DF, DF (0x2)",
        "ipv4, flags, DF+MF, MF+DF, MF+DF (0x3)",
        "ipv4, flags, MF|evil, MF+evil, MF+evil (0x5)",
        "ipv4, proto, tcp, tcp, tcp (6)",
        "ipv4, proto, 17, udp, udp (17)",
        "ipv4, proto, ipip, ipv4, ipv4 (4)",
        "ipv4, proto, 253, 253, 253 (0xfd)",
        "ipv6, nh, icmpv6, icmpv6, icmpv6 (58)",
        "ipv4, checksum, 0xdead, 0xdead, 0xdead",
        "ipv4, checksum, 1, 0x0001, 0x0001",
        "eth, type, ipv6, ipv6, ipv6 (0x86dd)",
        "eth, type, 0x88b5, 0x88b5, 0x88b5",
        "icmp, type, echo-request, echo-request, echo-request (8)",
        "arp, op, reply, reply, reply (2)",
        "eth, dst, 02:00:00:00:00:01, 02:00:00:00:00:01, 02:00:00:00:00:01",
        "ipv6, src, ::1, '\"::1\"', ::1",
        "ipv6, src, 2001:db8::1, 2001:db8::1, 2001:db8::1",
        "payload, data, hello, hello, 5 octets hello",
        "payload, data, '80', '\"80\"', '2 octets \"80\"'",
        "payload, data, any, '\"any\"', '3 octets \"any\"'",
        "payload, data, a: b, '\"a: b\"', '4 octets \"a: b\"'",
    })
    void reads_and_prints_a_value(String header, String name, String text, String print, String explained) {
        Field field = field(header, name);
        Object value = field.parse(text);
        assertThat(field.print(value)).isEqualTo(print);
        assertThat(field.explain(value)).isEqualTo(explained);
        assertThat(field.parse(print.replace("\"", ""))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp  | seq   | 4294967296 | 4294967296 does not fit into 32 bits: it is a number from 0 to 4294967295",
                "tcp  | seq   | -1         | \"-1\" is no value: it is a number from 0 to 4294967295",
                "tcp  | seq   | 010        | \"010\" is no value: it is a number from 0 to 4294967295",
                "tcp  | flags | SX         | \"SX\" has an unknown flag \"X\": there are F, S, R, P, A, U, E, C, N, or a number",
                "arp  | op    | request?   | \"request?\" is no value: it is a number from 0 to 65535 or one of request, reply",
                "ipv4 | src   | ::1        | ::1 is no value: it is an IPv4 address such as 192.0.2.1",
                "tcp  | options | nop      | \"nop\" is no list: write [mss: 1460, nop]",
                "raw  | data  | xyz        | \"xyz\" is no hex text: two hex digits an octet",
            })
    void says_what_would_be_legal(String header, String name, String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field(header, name).parse(text))
                .withMessage(message);
    }

    @Test
    void wraps_numbers_at_its_width() {
        assertThat(field("tcp", "seq").wrap(0x1_0000_0000L)).isEqualTo(0L);
        assertThat(field("tcp", "seq").wrap(-1)).isEqualTo(0xffff_ffffL);
        assertThat(field("ipv6", "fl").wrap(0x123456)).isEqualTo(0x23456L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field("ipv4", "src").wrap(1));
    }

    @Test
    void holds_only_values_of_its_kind_and_width() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.tcp().with("sport", 65536))
                .withMessage("65536 does not fit into the 16 bits of sport");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.tcp().with("sport", Match.exact("80")))
                .withMessage("sport holds no String");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.tcp().with("seq", new Match.Checksum(true)))
                .withMessage("seq is no checksum: it cannot be valid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.udp().with("port", 80))
                .withMessage("udp has no field port: it has sport, dport, len, checksum");
    }

    private static Field field(String header, String name) {
        return Headers.named(header).orElseThrow().field(name).orElseThrow();
    }
}
