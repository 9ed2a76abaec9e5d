package io.packetspec.spec.packetdrill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetspec.spec.At;
import io.packetspec.spec.packetdrill.TcpFlags.Flag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"server", "packets", "calls"})
    void everyFormIsReadAndPrintsInItsCanonicalForm(String name) {
        assertThat(Reading.sound(Reading.resource(name + ".pkt"))).hasToString(Reading.resource(name + ".printed"));
    }

    @Test
    void aScriptHasOptionsAndACommandAtEitherEnd() {
        Script script = Reading.sound("--mss=1000\n--dry_run\n`first`\n0 `second`\n`third`");
        assertThat(script.options())
                .containsExactly(
                        new ScriptOption(new At("x.pkt", 1, 1), "mss", Optional.of("1000")),
                        new ScriptOption(new At("x.pkt", 2, 1), "dry_run", Optional.empty()));
        assertThat(script.init()).contains(new Action.Shell(new At("x.pkt", 3, 1), "first"));
        assertThat(script.events()).singleElement().extracting(Event::action).hasToString("`second`");
        assertThat(script.cleanup()).contains(new Action.Shell(new At("x.pkt", 5, 1), "third"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, 0",
        "+0, true, 0",
        "0.29, false, 290000",
        "+.000001, true, 1",
        "1.1000000, false, 1100000",
        "9000000000, false, 9000000000000000"
    })
    void timesAreExactMicroseconds(String time, boolean relative, long micros) {
        assertThat(Reading.sound(time + " `true`").events().get(0).when()).isEqualTo(new When.Moment(relative, micros));
    }

    @Test
    void packetsThatGoOutMayHaveATimeRangeOrAnyTime() {
        assertThat(Reading.sound("0.1~0.2 > . 1:1(0)\n+1~+2 > . 1:1(0)\n* > . 1:1(0)")
                        .events())
                .extracting(Event::when)
                .containsExactly(
                        new When.Range(false, 100_000, 200_000),
                        new When.Range(true, 1_000_000, 2_000_000),
                        new When.Any());
    }

    @Test
    void aCallThatBlocksTellsWhenItReturns() {
        assertThat(Reading.action(Call.class, "+0.1...0.25 f() = 0").until()).hasValue(250_000);
        assertThat(Reading.action(Call.class, "0...3 f() = 0").until()).hasValue(3_000_000);
        assertThat(Reading.action(Call.class, "0 f() = 0").until()).isEmpty();
    }

    @Test
    void aFailureHasAnErrnoAndANote() {
        Call call = Reading.action(Call.class, "0 read(3, ..., 10) = -1 EAGAIN (Resource temporarily unavailable)");
        assertThat(call.failure())
                .contains(new Call.Failure(new At("x.pkt", 1, 25), "EAGAIN", "Resource temporarily unavailable"));
        assertThat(call.note()).isEmpty();
        assertThat(Reading.action(Call.class, "0 f() = -1 (Some note)").note()).contains("Some note");
    }

    @Test
    void aSegmentHasAllItsParts() {
        Body.Tcp tcp = tcp("> 1 > 2 FP. 1:11(10) ack 3 win 4 urg 5 <mss 6>");
        assertThat(tcp.ports()).contains(new Ports(new At("x.pkt", 1, 5), 1, 2));
        assertThat(tcp.flags().set()).containsExactlyInAnyOrder(Flag.FIN, Flag.PSH, Flag.ACK);
        assertThat(tcp.sequence()).isEqualTo(new Sequence(new At("x.pkt", 1, 15), 1, 11, 10));
        assertThat(List.of(tcp.acknowledged(), tcp.window(), tcp.urgent()))
                .containsExactly(OptionalLong.of(3), OptionalLong.of(4), OptionalLong.of(5));
        assertThat(tcp.options().list()).containsExactly(new TcpOption.Mss(new At("x.pkt", 1, 43), 6));
    }

    private static Body.Tcp tcp(String packet) {
        return (Body.Tcp) Reading.action(PacketForm.class, "0 " + packet).body();
    }

    @Test
    void theCounterOfAccurateEcnIsADigitAmongTheFlags() {
        assertThat(tcp("> .5 1:1(0)").flags().ace()).hasValue(5);
        assertThat(tcp("> .5 1:1(0)").flags().set()).isEqualTo(Set.of(Flag.ACK));
        assertThat(tcp("> SP7 1:1(0)").flags().ace()).hasValue(7);
        assertThat(tcp("> SEWA 1:1(0)").flags().set()).containsExactly(Flag.SYN, Flag.ECE, Flag.CWR, Flag.AE);
        assertThat(tcp("> - 1:1(0)").flags().set()).isEmpty();
    }

    @Test
    void noOptionsAndAnyOptionsAreNotTheSame() {
        assertThat(tcp("> . 1:1(0)").options().any()).isFalse();
        assertThat(tcp("> . 1:1(0) <...>").options().any()).isTrue();
    }

    @Test
    void fieldsOfIpAreToldInEitherBrackets() {
        IpInfo info = Reading.action(PacketForm.class, "0 > (ect1, flowlabel 0x12, ttl 9) . 1:1(0)")
                .ip();
        assertThat(info.trafficClass()).contains(TrafficClass.Ecn.ECT1);
        assertThat(info.flowLabel()).hasValue(0x12);
        assertThat(info.ttl()).hasValue(9);
        assertThat(Reading.action(PacketForm.class, "0 > [tos 0x1F] . 1:1(0)")
                        .ip()
                        .trafficClass())
                .contains(new TrafficClass.Tos(0x1f));
    }

    @Test
    void encapsulationsComeOutermostFirst() {
        PacketForm packet = Reading.action(
                PacketForm.class,
                "0 > ipv4 192.0.2.1 > 192.0.2.2: gre flags [key present] sum 0 off 0 key 7 seq 0: udp (1)");
        assertThat(packet.encapsulations())
                .hasExactlyElementsOfTypes(Encapsulation.Ipv4.class, Encapsulation.Gre.class);
        assertThat(((Encapsulation.Gre) packet.encapsulations().get(1)).header())
                .isEqualTo(new GreHeader(GreHeader.KEY_PRESENT, 0, 0, 7, 0));
    }

    @Test
    void whatAnIcmpErrorEchoesIsRead() {
        Body.Icmp icmp =
                (Body.Icmp) Reading.action(PacketForm.class, "0 < icmp unreachable frag_needed mtu 1400 [1:1001(1000)]")
                        .body();
        assertThat(icmp.type()).isEqualTo("unreachable");
        assertThat(icmp.code()).contains("frag_needed");
        assertThat(icmp.mtu()).hasValue(1400);
        assertThat(icmp.echoed())
                .contains(new Echoed.Tcp(new At("x.pkt", 1, 43), new Sequence(new At("x.pkt", 1, 44), 1, 1001, 1000)));
    }

    @Test
    void structsAreKnownByTheirMembers() {
        Struct address = (Struct)
                Reading.argument("{sa_family = AF_INET, sin_port = htons(80), sin_addr = inet_addr(\"192.0.2.1\")}");
        assertThat(address.kind()).isEqualTo(StructKind.SOCKADDR);
        assertThat(address.value("sin_port")).containsInstanceOf(Expression.Port.class);
        Struct event = (Struct) Reading.argument("{events=POLLIN|POLLOUT, ptr=7}");
        assertThat(event.kind()).isEqualTo(StructKind.EPOLL_EVENT);
        assertThat(event.value("events")).containsInstanceOf(Expression.Union.class);
        assertThat(Reading.argument("{mine=1}")).isInstanceOf(Expression.Listing.class);
        assertThat(Reading.argument("{..., 7}")).isEqualTo(new Expression.Buffer(new At("x.pkt", 1, 5), 7));
    }

    @Test
    void everyPartKnowsItsPlace() {
        Script script = Reading.sound("// first\n\n  +0  f(3,\n   [A|B]) = 0\n");
        Call call = (Call) script.events().get(0).action();
        assertThat(script.events().get(0).at()).isEqualTo(new At("x.pkt", 3, 3));
        assertThat(call.at()).isEqualTo(new At("x.pkt", 3, 7));
        assertThat(call.arguments().get(1).at()).isEqualTo(new At("x.pkt", 4, 4));
        Expression union =
                ((Expression.Array) call.arguments().get(1)).elements().get(0);
        assertThat(((Expression.Union) union).operands().get(1).at()).isEqualTo(new At("x.pkt", 4, 7));
    }

    @Test
    void textsAreDecoded() {
        Text text = (Text) Reading.argument("\"a\\n\" \"\\\\\\\"\\xff\"");
        assertThat(text.octets()).isEqualTo("a\n\\\"\u00ff".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(((Text) Reading.argument("\"\u00e9\"")).octets()).hasSize(2);
        Text wrong = new Text(text.at(), List.of("\\q"), false);
        assertThatThrownBy(wrong::octets).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void symbolsOfTheCallerWinOverThoseOfTheScript() {
        String text = "--define=SIZE=1\n--define=KIND=udp\n0 > udp (SIZE)";
        assertThat(Reading.sound(text).events()).singleElement().hasToString("0 > udp (1)");
        ScriptFile file = Reading.file(text, Map.of("SIZE", "2", "KIND", "x"));
        assertThat(file.script().orElseThrow().events()).singleElement().hasToString("0 > udp (2)");
    }

    @Test
    void theValueOfASymbolIsAWordANumberATextOrACommandAndIsNotLookedAtAgain() {
        ScriptFile file = Reading.file(
                "0 f(A, B, C, D) = E\n+0 G",
                Map.of("A", "B", "B", "7", "C", "0x10", "D", "\"t\"", "E", "-1", "G", "`ls`"));
        assertThat(file.script().orElseThrow().events())
                .map(Object::toString)
                .containsExactly("0 f(B, 7, 0x10, \"t\") = -1", "+0 `ls`");
    }

    @Test
    void aWordOfTheLanguageIsNoSymbol() {
        ScriptFile file = Reading.file("0 > . 1:1(0) win 5", Map.of("win", "ack"));
        assertThat(file.script().orElseThrow().events()).singleElement().hasToString("0 > . 1:1(0) win 5");
    }
}
