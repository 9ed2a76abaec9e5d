package io.packetspec.run.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.abi.Form;
import io.packetspec.abi.Layout;
import io.packetspec.abi.Struct;
import io.packetspec.packet.Address;
import io.packetspec.packet.Octets;
import io.packetspec.spec.AddressFields;
import io.packetspec.spec.Endpoint;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Structs and single values against the octets that C makes of them on 64-bit Linux. */
final class StructTest {
    private static final Address HOST = Address.parse("192.0.2.1");
    private static final Address GROUP = Address.parse("224.0.0.9");
    private static final Address MAC = Address.parse("02:00:00:00:00:01");

    static Stream<Arguments> values() {
        return Stream.of(
                value("i32", 7L, "07000000"),
                value("i32", -1L, "ffffffff"),
                value("u16", 0xfffeL, "feff"),
                value("be16", 0x0800L, "0800"),
                value("u64", 0x0102030405060708L, "0807060504030201"),
                value("ipv4", HOST, "c0000201"),
                value("timeval", 1_500_000L, "01000000 00000000 20a10700 00000000"),
                value("timespec", 2_000_000_001L, "02000000 00000000 01000000 00000000"),
                value("text", "reno", "72656e6f"),
                value("octets", Octets.hex("0102"), "0102"),
                value("linger", Map.of("onoff", 1L, "linger", 3L), "01000000 03000000"),
                value(
                        "ip_mreqn",
                        Map.of("multiaddr", GROUP, "address", HOST, "ifindex", 2L),
                        "e0000009 c0000201 02000000"),
                value(
                        "packet_mreq",
                        Map.of("ifindex", 2L, "type", 1L, "alen", 6L, "address", MAC),
                        "02000000 0100 0600 020000000001 0000"),
                value(
                        "sockaddr_ll",
                        Map.of(
                                "family",
                                17L,
                                "protocol",
                                0x806L,
                                "ifindex",
                                2L,
                                "hatype",
                                1L,
                                "pkttype",
                                3L,
                                "halen",
                                6L,
                                "address",
                                MAC),
                        "1100 0806 02000000 0100 03 06 020000000001 0000"),
                value("ucred", Map.of("pid", 9L, "uid", 0L, "gid", 0xffffffffL), "09000000 00000000 ffffffff"));
    }

    private static Arguments value(String layout, Object value, String hex) {
        return Arguments.of(layout, value, hex.replace(" ", ""));
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatIsEncodedIsDecodedAgain(String name, Object value, String hex) {
        Layout layout = Layout.of(name);
        assertThat(HexFormat.of().formatHex(LayoutCodec.encode(layout, value))).isEqualTo(hex);
        assertThat(LayoutCodec.decode(layout, HexFormat.of().parseHex(hex))).isEqualTo(value);
    }

    @Test
    void fieldsThatAreNotSetAreZerosAndALengthIsThatOfItsAddress() {
        assertThat(hex("linger", Map.of("linger", 5L))).isEqualTo("0000000005000000");
        assertThat(hex("packet_mreq", Map.of("address", MAC))).isEqualTo("00000000000006000200000000010000");
        assertThat(hex("packet_mreq", Map.of("address", MAC, "alen", 2L)))
                .isEqualTo("00000000000002000200000000010000");
    }

    private static String hex(String struct, Map<String, Object> fields) {
        return HexFormat.of().formatHex(LayoutCodec.encode(Struct.of(struct), fields));
    }

    @Test
    void ofAStructThatIsCutOffOnlyWholeFieldsAreThere() {
        assertThat(LayoutCodec.decode(Struct.of("linger"), new byte[7])).isEqualTo(Map.of("onoff", 0L));
        assertThat(LayoutCodec.decode(Struct.of("linger"), new byte[99])).isEqualTo(Map.of("onoff", 0L, "linger", 0L));
    }

    @Test
    void aLinkAddressIsAsLongAsItSaysWhereverTheStructIsCutOff() {
        byte[] address = HexFormat.of().parseHex("1100080602000000010003060200000000010000");
        assertThat(LayoutCodec.fields(Struct.of("sockaddr_ll"), Arrays.copyOf(address, 18)))
                .containsEntry("address", MAC);
        assertThat(LayoutCodec.fields(Struct.of("sockaddr_ll"), Arrays.copyOf(address, 14)))
                .containsEntry("address", Octets.hex("0200"));
    }

    @Test
    void bitFieldsShareAnOctet() {
        byte[] octets = new byte[8];
        octets[6] = (byte) 0x97;
        octets[7] = 0b101;
        assertThat(LayoutCodec.fields(Struct.of("tcp_info"), octets))
                .containsEntry("tcpi_snd_wscale", 7L)
                .containsEntry("tcpi_rcv_wscale", 9L)
                .containsEntry("tcpi_delivery_rate_app_limited", 1L)
                .containsEntry("tcpi_fastopen_client_fail", 2L)
                .doesNotContainKey("tcpi_rto");
        byte[] written =
                LayoutCodec.encode(Struct.of("tcp_info"), Map.of("tcpi_snd_wscale", 7L, "tcpi_rcv_wscale", 9L));
        assertThat(written[6]).isEqualTo((byte) 0x97);
    }

    @Test
    void anAddressInsideIsThatOfItsFamily() {
        Object offender = Map.of("family", 2L, "port", 0L, "address", HOST);
        byte[] error = HexFormat.of()
                .parseHex("5a000000 02 03 04 00 e8030000 00000000 02000000c00002010000000000000000".replace(" ", ""));
        assertThat(LayoutCodec.fields(Struct.of("sock_extended_err"), error))
                .containsEntry("ee_errno", 90L)
                .containsEntry("ee_info", 1000L)
                .containsEntry("offender", offender);
        byte[] group =
                LayoutCodec.encode(Struct.of("group_req"), Map.of("interface", 1L, "group", new Endpoint(GROUP, 0)));
        assertThat(HexFormat.of().formatHex(group, 0, 16)).isEqualTo("010000000000000002000000e0000009");
        assertThat(group).hasSize(136);
    }

    @Test
    void aSocketAddressHasTheLengthThatItIsGiven() {
        AddressFields address = new AddressFields(
                Struct.of("sockaddr_in6"),
                Map.of("family", 10L, "port", 9L, "flowinfo", 5L, "address", Address.parse("::1"), "scope_id", 3L),
                -1);
        String whole = "0a00 0009 00000005 00000000000000000000000000000001 03000000".replace(" ", "");
        assertThat(HexFormat.of().formatHex(AddressCodec.encode(address))).isEqualTo(whole);
        assertThat(AddressCodec.encode(new AddressFields(address.struct(), address.fields(), 12)))
                .hasSize(12);
        assertThat(AddressCodec.encode(Octets.hex("0200"))).containsExactly(2, 0);
        assertThat(AddressCodec.decode(new byte[0])).isEmpty();
        assertThat(LayoutCodec.decode(Layout.of("sockaddr"), HexFormat.of().parseHex(whole)))
                .isEqualTo(address.fields());
    }

    @Test
    void numbersAreToldByTheirNames() {
        assertThat(Form.parse("i32:errno").name(111)).isEqualTo("ECONNREFUSED");
        assertThat(Form.parse("i32:IP_PMTUDISC_").name(2)).isEqualTo("IP_PMTUDISC_DO");
        assertThat(Form.parse("i32:MSG_|").name(0x28)).isEqualTo("MSG_CTRUNC|MSG_TRUNC");
        assertThat(Form.parse("i32:MSG_|").name(0)).isEqualTo("0");
        assertThat(Form.parse("i32").name(5)).isEqualTo("5");
    }

    static List<Struct> structs() {
        return Struct.all();
    }

    @ParameterizedTest
    @MethodSource("structs")
    void fieldsLieInsideTheirStructInOrderAndApart(Struct struct) {
        int end = 0;
        for (Struct.Member member : struct.members()) {
            if (member.width() == 0) {
                assertThat(member.offset()).as(member.name()).isGreaterThanOrEqualTo(end);
                end = member.end();
            }
            assertThat(member.end()).as(member.name()).isLessThanOrEqualTo(struct.size());
        }
    }
}
