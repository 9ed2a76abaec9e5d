package io.packetspec.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers as specs write them, as octets, and as one line; the octets are of other software's making. Long as any table. */
class LayerTableTest {
    static Stream<Arguments> frames() {
        return Stream.of(tags(), extensions(), discovery(), groups(), tunnels()).flatMap(frames -> frames);
    }

    private static Stream<Arguments> tags() {
        return Stream.of(
                arguments("[vlan: 5, payload: hi]", "000588b56869", "vlan 5  payload hi"),
                arguments(
                        "[eth: {type: dot1ad}, vlan: {prio: 3, dei: 1, vlan: 100}, vlan: 7, ipv4: {src:"
                                + " 192.0.2.1, dst: 192.0.2.2}, payload: hi]",
                        "00000000000000000000000088a87064810000070800450000160000000040fdf5e7c0000201c000" + "02026869",
                        "vlan 100 prio 3 dei 1  vlan 7  ipv4 192.0.2.1 > 192.0.2.2  payload hi"),
                arguments(
                        "[eth: {}, mpls: {label: 16, cos: 2}, mpls: {label: 17, ttl: 1}, ipv6: {src:"
                                + " 2001:db8::1, dst: 2001:db8::2}, udp: {sport: 4000, dport: 9}]",
                        "00000000000000000000000088470001044000011101600000000008114020010db8000000000000"
                                + "00000000000120010db80000000000000000000000020fa00009000894c0",
                        "mpls label 16 cos 2  mpls label 17 ttl 1  ipv6 2001:db8::1 > 2001:db8::2  udp 4000 >" + " 9"),
                arguments("[mpls: {label: 3}, payload: xx]", "000031407878", "mpls label 3  payload xx"));
    }

    private static Stream<Arguments> extensions() {
        return Stream.of(
                arguments("[hbh: {}]", "fd00010400000000", "hbh options [padn: \"00000000\"]"),
                arguments(
                        "[ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, hbh: {options: [router-alert: 0]}, udp:"
                                + " {sport: 4000, dport: 9}]",
                        "600000000010004020010db800000000000000000000000120010db8000000000000000000000002"
                                + "11000502000001000fa00009000894c0",
                        "ipv6 2001:db8::1 > 2001:db8::2  hbh options [router-alert: 0, padn]  udp 4000 > 9"),
                arguments(
                        "[hbh: {nh: none, options: [jumbo: 65536]}]",
                        "3b00c20400010000",
                        "hbh nh none options [jumbo: 65536]"),
                arguments(
                        "[dstopts: {nh: none, options: [pad1, {kind: 30, hex: \"010203\"}]}, payload: hi]",
                        "3b00001e030102036869",
                        "dstopts nh none options [pad1, {kind: 30, hex: \"010203\"}]  payload hi"),
                arguments(
                        "[ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, routing: {segleft: 1, data: {hex:"
                                + " \"0000000020010db8000000000000000000000003\"}}, udp: {sport: 4000, dport: 9}]",
                        "6000000000202b4020010db800000000000000000000000120010db8000000000000000000000002"
                                + "110200010000000020010db80000000000000000000000030fa00009000894bf",
                        "ipv6 2001:db8::1 > 2001:db8::2  routing type 0 segleft 1 data {hex:"
                                + " \"0000000020010db8000000000000000000000003\"}  udp 4000 > 9"),
                arguments(
                        "[ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, routing: {data: {hex:"
                                + " \"0000000020010db8000000000000000000000003\"}}, udp: {sport: 4000, dport: 9}]",
                        "6000000000202b4020010db800000000000000000000000120010db8000000000000000000000002"
                                + "110200000000000020010db80000000000000000000000030fa00009000894c0",
                        "ipv6 2001:db8::1 > 2001:db8::2  routing type 0 segleft 0 data {hex:"
                                + " \"0000000020010db8000000000000000000000003\"}  udp 4000 > 9"),
                arguments(
                        "[ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, routing: {type: 4, segleft: 1, data:"
                                + " {hex: \"0100000020010db800000000000000000000000320010db8000000000000000000000002\"}},"
                                + " udp: {sport: 4000, dport: 9}]",
                        "6000000000302b4020010db800000000000000000000000120010db8000000000000000000000002"
                                + "110404010100000020010db800000000000000000000000320010db8000000000000000000000002"
                                + "0fa00009000894bf",
                        "ipv6 2001:db8::1 > 2001:db8::2  routing type 4 segleft 1 data {hex:"
                                + " \"0100000020010db800000000000000000000000320010db8000000000000000000000002\"}  udp"
                                + " 4000 > 9"),
                arguments(
                        "[ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, fragment: {id: 7, M: 1}, udp: {sport:"
                                + " 4000, dport: 9}, payload: hello]",
                        "6000000000152c4020010db800000000000000000000000120010db8000000000000000000000002"
                                + "11000001000000070fa00009000d50e468656c6c6f",
                        "ipv6 2001:db8::1 > 2001:db8::2  fragment offset 0 M 1 id 0x00000007  udp 4000 > 9 "
                                + " payload hello"),
                arguments(
                        "[ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, fragment: {nh: udp, offset: 2, id: 7},"
                                + " payload: 12345678]",
                        "6000000000102c4020010db800000000000000000000000120010db8000000000000000000000002"
                                + "11000010000000073132333435363738",
                        "ipv6 2001:db8::1 > 2001:db8::2  fragment offset 2 M 0 id 0x00000007 nh udp  payload"
                                + " \"12345678\""),
                arguments(
                        "[ipv4: {src: 192.0.2.1, dst: 192.0.2.2}, ah: {spi: 256, seq: 1, icv: {hex:"
                                + " \"abababababababababababab\"}}, udp: {sport: 4000, dport: 9}]",
                        "45000034000000004033f693c0000201c0000202110400000000010000000001abababababababab"
                                + "abababab0fa0000900086c31",
                        "ipv4 192.0.2.1 > 192.0.2.2  ah spi 0x00000100 seq 1 icv {hex:"
                                + " \"abababababababababababab\"}  udp 4000 > 9"),
                arguments(
                        "[ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, hbh: {}, dstopts: {}, routing: {},"
                                + " fragment: {}, ah: {}, udp: {sport: 4000, dport: 9}]",
                        "600000000034004020010db800000000000000000000000120010db8000000000000000000000002"
                                + "3c000104000000002b000104000000002c0000000000000033000000000000001101000000000000"
                                + "000000000fa00009000894c0",
                        "ipv6 2001:db8::1 > 2001:db8::2  hbh options [padn: \"00000000\"]  dstopts options"
                                + " [padn: \"00000000\"]  routing type 0 segleft 0 data {hex: \"00000000\"}  fragment offset"
                                + " 0 M 0 id 0x00000000  ah spi 0x00000000 seq 0  udp 4000 > 9"));
    }

    /** What is padded, or lies about itself. */
    static Stream<Arguments> odd() {
        return Stream.of(
                arguments(
                        "[routing: {nh: none, data: {hex: \"0102\"}}]",
                        "3b00000001020000",
                        "routing type 0 segleft 0 nh none data {hex: \"01020000\"}"),
                arguments(
                        "[dstopts: {nh: none, options: [padn: \"0000\", raw: {hex: \"ff\"}]}]",
                        "3b0001020000ff00",
                        "dstopts nh none options [padn: \"0000\", {kind: 255}]"),
                arguments(
                        "[dstopts: {nh: none, len: 9}]",
                        "3b09010400000000",
                        "dstopts nh none len 9 options [padn: \"00000000\"]"),
                arguments(
                        "[icmpv6: {type: neighbor-advertisement, checksum: 0, target: 2001:db8::2, options:"
                                + " [{kind: 99, hex: \"010203\"}]}]",
                        "880000000000000020010db80000000000000000000000026301010203000000",
                        "icmpv6 neighbor-advertisement target 2001:db8::2 checksum 0x0000 options [{kind: 99,"
                                + " hex: \"010203000000\"}]"),
                arguments(
                        "[igmp: {qrv: 2, numsrc: 1}, payload: hello]",
                        "1100a92c000000000200000168656c6c6f",
                        "igmp query qrv 2 sources [{source: 104.101.108.108}]  payload o"),
                arguments(
                        "[icmpv6: {checksum: 0, target: 2001:db8::2}]",
                        "800000000000000020010db8000000000000000000000002",
                        "icmpv6 echo-request id 0 seq 0 checksum 0x0000  payload {hex:"
                                + " \"20010db8000000000000000000000002\"}"),
                arguments(
                        "[icmpv6: {type: neighbor-solicitation, checksum: 0, target: 2001:db8::2, options:"
                                + " [raw: {hex: \"0100 01\"}]}]",
                        "870000000000000020010db8000000000000000000000002010001",
                        "icmpv6 neighbor-solicitation target 2001:db8::2 checksum 0x0000 options [raw: {hex:"
                                + " \"010001\"}]"),
                arguments(
                        "[gre: {flags: 0, key: 7}, payload: hi]",
                        "000088b5000000076869",
                        "gre  payload {hex: \"000000076869\"}"));
    }

    private static Stream<Arguments> discovery() {
        return Stream.of(
                arguments(
                        "[ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, icmpv6: {type: router-solicitation,"
                                + " options: [sll: 02:00:00:00:00:07]}]",
                        "6000000000103a4020010db800000000000000000000000120010db8000000000000000000000002"
                                + "85001c38000000000101020000000007",
                        "ipv6 2001:db8::1 > 2001:db8::2  icmpv6 router-solicitation options [sll:"
                                + " 02:00:00:00:00:07]"),
                arguments(
                        "[ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, icmpv6: {type: router-advertisement,"
                                + " hlim: 64, raflags: OM, prf: low, lifetime: 1800, retrans: 1000, options: [mtu: 1400,"
                                + " prefix: \"2001:db8:9::\"]}]",
                        "6000000000383a4020010db800000000000000000000000120010db8000000000000000000000002"
                                + "8600565040d8070800000000000003e80501000000000578030440c0ffffffffffffffff00000000"
                                + "20010db8000900000000000000000000",
                        "ipv6 2001:db8::1 > 2001:db8::2  icmpv6 router-advertisement hlim 64 raflags OM prf"
                                + " low lifetime 1800 retrans 1000 options [mtu: {reserved: 0, mtu: 1400}, prefix:"
                                + " {plen: 64, flags: AL, reserved: 0, valid: 4294967295, preferred: 4294967295,"
                                + " reserved2: 0, prefix: \"2001:db8:9::\"}]"),
                arguments(
                        "[ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, icmpv6: {type: neighbor-solicitation,"
                                + " target: 2001:db8::2}]",
                        "6000000000183a4020010db800000000000000000000000120010db8000000000000000000000002"
                                + "8700ef7c0000000020010db8000000000000000000000002",
                        "ipv6 2001:db8::1 > 2001:db8::2  icmpv6 neighbor-solicitation target 2001:db8::2"),
                arguments(
                        "[ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, icmpv6: {type: neighbor-advertisement,"
                                + " flags: OS, target: 2001:db8::2, options: [tll: 02:00:00:00:00:07, {kind: 99, hex:"
                                + " \"010203040506\"}]}]",
                        "6000000000283a4020010db800000000000000000000000120010db8000000000000000000000002"
                                + "88001e576000000020010db800000000000000000000000202010200000000076301010203040506",
                        "ipv6 2001:db8::1 > 2001:db8::2  icmpv6 neighbor-advertisement target 2001:db8::2"
                                + " flags OS options [tll: 02:00:00:00:00:07, {kind: 99, hex: \"010203040506\"}]"),
                arguments(
                        "[icmpv6: {type: redirect, checksum: 0, target: fe80::1, dst: 2001:db8::2}]",
                        "8900000000000000fe80000000000000000000000000000120010db8000000000000000000000002",
                        "icmpv6 redirect target fe80::1 checksum 0x0000 dst 2001:db8::2"),
                arguments(
                        "[icmpv6: {type: router-advertisement, checksum: 0, rest: 0x00040001}]",
                        "86000000000400010000000000000000",
                        "icmpv6 router-advertisement rest 0x00040001 checksum 0x0000 lifetime 1"));
    }

    private static Stream<Arguments> groups() {
        return Stream.of(
                arguments(
                        "[ipv4: {src: 192.0.2.1, dst: 192.0.2.2}, igmp: {mrcode: 100}]",
                        "4500001c000000004002f6dcc0000201c00002021164ee9b00000000",
                        "ipv4 192.0.2.1 > 192.0.2.2  igmp query mrcode 100"),
                arguments(
                        "[igmp: {type: v2-report, group: 239.0.0.1}]",
                        "1600fafdef000001",
                        "igmp v2-report group 239.0.0.1"),
                arguments("[igmp: {qrv: 2}]", "1100ecff0000000002000000", "igmp query qrv 2"),
                arguments("[igmp: {qrv: 0}]", "1100eeff0000000000000000", "igmp query resv 0"),
                arguments(
                        "[igmp: {group: 239.0.0.1, s: 1, qrv: 2, qqic: 125, sources: [source: 192.0.2.9,"
                                + " source: 192.0.2.10]}]",
                        "1100716aef0000010a7d0002c0000209c000020a",
                        "igmp query group 239.0.0.1 s 1 qrv 2 qqic 125 sources [{source: 192.0.2.9}, {source:"
                                + " 192.0.2.10}]"),
                arguments(
                        "[igmp: {type: v3-report, records: [{type: to-exclude, group: 239.0.0.1}, {type:"
                                + " allow, group: 239.0.0.2, sources: [source: 192.0.2.9]}]}]",
                        "220034ee0000000204000000ef00000105000001ef000002c0000209",
                        "igmp v3-report records [{type: to-exclude, group: 239.0.0.1}, {type: allow, group:"
                                + " 239.0.0.2, sources: [{source: 192.0.2.9}]}]"),
                arguments(
                        "[igmp: {type: v3-report, numrec: 9, records: [{type: block, numsrc: 9, group:"
                                + " 239.0.0.1}]}]",
                        "2200e8eb0000000906000009ef000001",
                        "igmp v3-report records [{type: block, numsrc: 9, group: 239.0.0.1}] numrec 9"),
                arguments(
                        "[ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, hbh: {options: [router-alert: 0, padn]},"
                                + " icmpv6: {type: mld-report, group: ff02::fb}]",
                        "600000000020004020010db800000000000000000000000120010db8000000000000000000000002"
                                + "3a000502000001008300213a00000000ff0200000000000000000000000000fb",
                        "ipv6 2001:db8::1 > 2001:db8::2  hbh options [router-alert: 0, padn]  icmpv6"
                                + " mld-report group ff02::fb"),
                arguments(
                        "[ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, icmpv6: {type: mld-query, mrcode: 1000,"
                                + " qrv: 2, sources: [source: 2001:db8::1]}]",
                        "60000000002c3a4020010db800000000000000000000000120010db8000000000000000000000002"
                                + "8200ee8003e80000000000000000000000000000000000000200000120010db80000000000000000"
                                + "00000001",
                        "ipv6 2001:db8::1 > 2001:db8::2  icmpv6 mld-query mrcode 1000 qrv 2 sources [{source:"
                                + " 2001:db8::1}]"),
                arguments(
                        "[ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, icmpv6: {type: mldv2-report, records:"
                                + " [{type: is-exclude, group: ff02::fb, sources: [source: 2001:db8::1]}]}]",
                        "60000000002c3a4020010db800000000000000000000000120010db8000000000000000000000002"
                                + "8f00e5690000000102000001ff0200000000000000000000000000fb20010db80000000000000000"
                                + "00000001",
                        "ipv6 2001:db8::1 > 2001:db8::2  icmpv6 mldv2-report records [{type: is-exclude,"
                                + " group: ff02::fb, sources: [{source: 2001:db8::1}]}]"));
    }

    private static Stream<Arguments> tunnels() {
        return Stream.of(
                arguments(
                        "[ipv4: {src: 192.0.2.1, dst: 192.0.2.2}, gre: {}, ipv4: {src: 192.0.2.1, dst:"
                                + " 192.0.2.2}, udp: {sport: 4000, dport: 9}]",
                        "4500003400000000402ff697c0000201c0000202000008004500001c000000004011f6cdc0000201"
                                + "c00002020fa0000900086c31",
                        "ipv4 192.0.2.1 > 192.0.2.2  gre  ipv4 192.0.2.1 > 192.0.2.2  udp 4000 > 9"),
                arguments(
                        "[gre: {key: 0, seq: 5}, payload: hi]",
                        "300088b500000000000000056869",
                        "gre key 0 seq 5  payload hi"),
                arguments("[gre: {flags: C}, payload: hi]", "800088b58ee000006869", "gre flags C  payload hi"),
                arguments(
                        "[gre: {flags: CK, key: 7}, payload: hi]",
                        "a00088b56ed90000000000076869",
                        "gre flags KC key 7  payload hi"),
                arguments(
                        "[gre: {checksum: 0xdead}, payload: hi]",
                        "800088b5dead00006869",
                        "gre checksum 0xdead  payload hi"),
                arguments(
                        "[gre: {}, eth: {}, payload: hi]",
                        "0000655800000000000000000000000088b56869",
                        "gre  eth 00:00:00:00:00:00 > 00:00:00:00:00:00  payload hi"),
                arguments(
                        "[ipv4: {src: 192.0.2.1, dst: 192.0.2.2}, udp: {sport: 4000}, vxlan: {vni: 42}, eth:"
                                + " {}, ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, udp: {sport: 4000, dport: 9}]",
                        "45000062000000004011f687c0000201c00002020fa012b5004e2eec0800000000002a0000000000"
                                + "000000000000000086dd600000000008114020010db800000000000000000000000120010db80000"
                                + "000000000000000000020fa00009000894c0",
                        "ipv4 192.0.2.1 > 192.0.2.2  udp 4000 > 4789  vxlan vni 42  eth 00:00:00:00:00:00 >"
                                + " 00:00:00:00:00:00  ipv6 2001:db8::1 > 2001:db8::2  udp 4000 > 9"),
                arguments(
                        "[ipv4: {src: 192.0.2.1, dst: 192.0.2.2}, ipv6: {src: 2001:db8::1, dst: 2001:db8::2},"
                                + " udp: {sport: 4000, dport: 9}]",
                        "45000044000000004029f68dc0000201c0000202600000000008114020010db80000000000000000"
                                + "0000000120010db80000000000000000000000020fa00009000894c0",
                        "ipv4 192.0.2.1 > 192.0.2.2  ipv6 2001:db8::1 > 2001:db8::2  udp 4000 > 9"),
                arguments(
                        "[ipv6: {src: 2001:db8::1, dst: 2001:db8::2}, ipv4: {src: 192.0.2.1, dst: 192.0.2.2},"
                                + " udp: {sport: 4000, dport: 9}]",
                        "60000000001c044020010db800000000000000000000000120010db8000000000000000000000002"
                                + "4500001c000000004011f6cdc0000201c00002020fa0000900086c31",
                        "ipv6 2001:db8::1 > 2001:db8::2  ipv4 192.0.2.1 > 192.0.2.2  udp 4000 > 9"),
                arguments(
                        "[ipv4: {src: 192.0.2.1, dst: 192.0.2.2}, ipv4: {src: 192.0.2.1, dst: 192.0.2.2}, udp:"
                                + " {sport: 4000, dport: 9}]",
                        "45000030000000004004f6c6c0000201c00002024500001c000000004011f6cdc0000201c0000202"
                                + "0fa0000900086c31",
                        "ipv4 192.0.2.1 > 192.0.2.2  ipv4 192.0.2.1 > 192.0.2.2  udp 4000 > 9"),
                arguments(
                        "[ipv4: {src: 192.0.2.1, dst: 192.0.2.2}, sctp: {sport: 1, dport: 2, tag: 3}, payload:"
                                + " hello]",
                        "45000025000000004084f651c0000201c00002020001000200000003fc33fa0768656c6c6f",
                        "ipv4 192.0.2.1 > 192.0.2.2  sctp 1 > 2 tag 0x00000003  payload hello"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"frames", "odd"})
    void are_the_same_in_every_form(String text, String octets, String line) {
        Packet packet = NotationReader.read(text);
        Octets encoded = packet.encode();
        assertThat(encoded).isEqualTo(Octets.hex(octets));
        Dissection frame = Dissection.of(packet.layers().get(0).header(), encoded);
        assertThat(Notation.line(frame)).isEqualTo(line);
        assertThat(frame.packet().encode()).isEqualTo(encoded);
        assertThat(NotationReader.read(Notation.full(frame))).isEqualTo(frame.packet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void match_what_they_were_written_as(String text, String octets, String line) {
        Packet packet = NotationReader.read(text);
        Dissection frame = Dissection.of(packet.layers().get(0).header(), Octets.hex(octets));
        assertThat(frame.diff(packet)).isEmpty();
    }
}
