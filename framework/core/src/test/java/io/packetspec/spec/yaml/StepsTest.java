package io.packetspec.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetspec.abi.Form;
import io.packetspec.abi.SocketOption;
import io.packetspec.packet.Address;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.packet.Notation;
import io.packetspec.packet.Octets;
import io.packetspec.packet.Packet;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.EndpointMatch;
import io.packetspec.spec.SpecException;
import io.packetspec.spec.Step;
import io.packetspec.spec.Value;
import io.packetspec.spec.Variant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {
    private static Object argument(Step.Call call, String name, Map<String, ?> names) {
        return ((Value<?>) call.arguments().get(name)).in(names);
    }

    @Test
    void aStepKnowsItsPlaceAndItsTextOnOneLine() {
        Step step = Reading.last("""
                - socket: {type: SOCK_RAW}
                  as: raw
                - sendto:
                    socket: raw   # kept above
                    to: "peer:80"
                    packet:
                      - ipv4: {ttl: 0x01}
                      - payload: 'a  b'
                  returns: 5
                """);
        assertThat(step.at()).hasToString("x.spec.yaml:7:9");
        assertThat(step.text())
                .isEqualTo(
                        "sendto: {socket: raw, to: \"peer:80\", packet: [ipv4: {ttl: 0x01}, payload: 'a b']} returns: 5");
    }

    @Test
    void aBareWordIsAStep() {
        Step.Silence silence = Reading.last("- silence");
        assertThat(silence.time()).isNull();
        assertThat(silence.text()).isEqualTo("silence");
    }

    @Test
    void timesHaveUnits() {
        assertThat(Reading.<Step.Wait>last("- wait: 1.5s").time()).isEqualTo(Duration.ofMillis(1500));
        assertThat(Reading.<Step.Silence>last("- silence: 200us").time()).isEqualTo(Duration.ofNanos(200_000));
    }

    @Test
    void flagsAreJoinedByABarOrListed() {
        Step.Call bar = Reading.last("- socket: {type: SOCK_RAW|SOCK_NONBLOCK}");
        Step.Call list = Reading.last("- socket: {type: [SOCK_RAW, SOCK_NONBLOCK]}");
        assertThat(argument(bar, "type", Map.of())).isEqualTo(3L | 2048L).isEqualTo(argument(list, "type", Map.of()));
    }

    @Test
    void aDescriptorIsTheValueUnderItsName() {
        Step.Call close = Reading.last("- socket: {type: SOCK_RAW}\n  as: raw\n- close: {socket: raw}");
        assertThat(argument(close, "socket", Map.of("raw", 7L))).isEqualTo(7L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "peer:80",
                "\"peer:80\"",
                "192.0.2.2:80",
                "{address: peer, port: 80}",
                "{address: 192.0.2.2, port: 0x50}"
            })
    void anEndpointIsWrittenInManyWays(String text) {
        Step.Call connect = Reading.last("- connect: {socket: 3, to: " + text + "}");
        assertThat(argument(connect, "to", Map.of())).isEqualTo(new Endpoint(Address.parse("192.0.2.2"), 80));
    }

    @Test
    void anIpv6EndpointHasBrackets() {
        Step.Call port = Reading.last("- connect: {socket: 3, to: \"[2001:db8::2]:80\"}");
        Step.Call bare = Reading.last("- connect: {socket: 3, to: 2001:db8::2}");
        assertThat(argument(port, "to", Map.of())).isEqualTo(new Endpoint(Address.parse("2001:db8::2"), 80));
        assertThat(argument(bare, "to", Map.of())).isEqualTo(new Endpoint(Address.parse("2001:db8::2"), 0));
    }

    @Test
    void anExpectedEndpointWithoutAPortMayHaveAny() {
        Step.Call call = Reading.last("- recvfrom: {socket: 3, from: peer}");
        EndpointMatch from = (EndpointMatch) argument(call, "from", Map.of());
        assertThat(from.matches(new Endpoint(Address.parse("192.0.2.2"), 53))).isTrue();
        assertThat(from.matches(new Endpoint(Address.parse("192.0.2.3"), 53))).isFalse();
    }

    @Test
    void aCapturedValueIsPutInWhenTheStepIsRunAndWrapsAtTheFieldsWidth() {
        Step.Inject inject = Reading.last("""
                - expect: [tcp]
                  as: syn
                - inject: [tcp: {ack: "${syn.tcp.seq + 1}", flags: "${syn.tcp.flags}"}]
                """);
        Map<String, ?> names = Map.of("syn", Map.of("tcp", Map.of("seq", 0xffffffffL, "flags", 2L)));
        assertThat(Notation.full(inject.packet().in(names))).isEqualTo("[tcp: {ack: 0, flags: S}]");
    }

    @Test
    void aCapturedValueOfTheWrongKindIsToldAtItsPlace() {
        Step.Inject inject = Reading.last("- run: [date]\n  as: now\n- inject: [tcp: {ack: \"${now.output}\"}]");
        assertThatThrownBy(() -> inject.packet().in(Map.of("now", Map.of("output", "today"))))
                .isInstanceOfSatisfying(
                        SpecException.class, e -> assertThat(e.at()).hasToString("x.spec.yaml:7:29"))
                .hasMessageContaining("${now.output}: \"today\" is no value");
    }

    @Test
    void capturedValuesStandInsideMatchersAndTexts() {
        Step.Expect expect = Reading.last("""
                - expect: [ipv4]
                  as: one
                - expect: [ipv4: {id: {not: "${one.ipv4.id}"}, len: {min: 20, max: "${one.ipv4.len}"}}, payload: "id ${one.ipv4.id}"]
                """);
        Map<String, ?> names = Map.of("one", Map.of("ipv4", Map.of("id", 9L, "len", 40L)));
        assertThat(Notation.full(expect.packet().in(names)))
                .isEqualTo("[ipv4: {id: {not: 9}, len: {min: 20, max: 40}}, payload: id 9]");
    }

    @Test
    void parametersStandForWhateverTheirRowSays() {
        List<Variant> variants = Reading.variants("""
                - spec: s
                  each:
                    - {ack: 7, to: peer, next: "${ack + 1}"}
                    - {ack: any, to: 192.0.2.9, next: {not: 3}}
                  steps:
                    - expect: [ipv4: {dst: "${to}"}, tcp: {ack: "${ack}", seq: "${next}"}, payload: "to ${to}"]
                """);
        assertThat(variants)
                .extracting(v ->
                        Notation.full(((Step.Expect) v.steps().get(0)).packet().in(Map.of())))
                .containsExactly(
                        "[ipv4: {dst: 192.0.2.2}, tcp: {ack: 7, seq: 8}, payload: to peer]",
                        "[ipv4: {dst: 192.0.2.9}, tcp: {ack: any, seq: {not: 3}}, payload: to 192.0.2.9]");
        assertThat(variants.get(1).label()).isEqualTo("ack=any,to=192.0.2.9,next={not: 3}");
    }

    @Test
    void theLayerIpIsTheFamilysWithAVocabularyForBoth() {
        List<Variant> variants = Reading.variants("""
                - spec: s
                  family: [ipv6, ipv4]
                  steps:
                    - expect: [ip: {src: dut, ttl: 64, proto: 6}]
                      as: x
                    - check: x.ip.hlim == 64
                """);
        assertThat(variants)
                .extracting(v ->
                        Notation.full(((Step.Expect) v.steps().get(0)).packet().in(Map.of())))
                .containsExactly(
                        "[ipv6: {src: 2001:db8::1, hlim: 64, nh: tcp}]",
                        "[ipv4: {src: 192.0.2.1, ttl: 64, proto: tcp}]");
    }

    @Test
    void hostNamesStandForLinkLayerAddressesWhereThoseAreExpected() {
        Step.Inject inject = Reading.last("- inject: [eth: {src: peer, dst: dut}]");
        assertThat(Notation.full(inject.packet().in(Map.of())))
                .isEqualTo("[eth: {src: 02:00:00:00:00:02, dst: 02:00:00:00:00:01}]");
    }

    @Test
    void payloadsAreTextHexOrARepeatedPattern() {
        Step.Inject inject = Reading.last("- inject: [payload: {size: 5, pattern: ab}]");
        assertThat(data(inject)).isEqualTo(Octets.text("ababa"));
        assertThat(data(Reading.last("- inject: [payload: {size: 2}]"))).isEqualTo(Octets.hex("0000"));
        assertThat(data(Reading.last("- inject: [payload: {hex: 00 ff}]"))).isEqualTo(Octets.hex("00ff"));
        assertThat(data(Reading.last("- inject: [payload: \"any\"]"))).isEqualTo(Octets.text("any"));
        assertThat(data(Reading.last("- inject: [payload: \"$${x}\"]"))).isEqualTo(Octets.text("${x}"));
    }

    private static Object data(Step.Inject inject) {
        Layer layer = inject.packet().in(Map.of()).layers().get(0);
        return ((Match.Exact) layer.fields().values().iterator().next()).value();
    }

    @Test
    void optionValuesFollowTheOptionsType() {
        Step.Call time = Reading.last("- setsockopt: {socket: 3, option: SO_RCVTIMEO, value: 1.5ms}");
        Step.Call linger = Reading.last("- setsockopt: {socket: 3, option: SO_LINGER, value: {onoff: 1, linger: 0}}");
        Step.Call number = Reading.last("- setsockopt: {socket: 3, level: SOL_IP, option: 3, value: 1}");
        assertThat(argument(time, "value", Map.of())).isEqualTo(1500L);
        assertThat(argument(linger, "value", Map.of())).isEqualTo(Map.of("onoff", 1L, "linger", 0L));
        assertThat(argument(number, "option", Map.of())).isEqualTo(new SocketOption("3", 0, 3, Form.INT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ipv4: {src: 192.0.2.1, ttl: 1, flags: MF, checksum: 0xdead}, udp: {sport: 4000, dport: 9}, payload: hello]",
                "[eth: {dst: 02:00:00:00:00:01}, ipv6: {src: 2001:db8::1, nh: tcp}, tcp: {flags: SA, options: [mss: 1460, sackOK, ts: {val: 100, ecr: 0}, nop, wscale: 7, {kind: 253, hex: \"f989\"}]}]",
                "[tcp: {seq: {not: 7}, ack: {in: [1, 2]}, win: {min: 1, max: 9}, checksum: valid, urgptr: any}]",
                "[arp: {op: request}, raw: {hex: \"0102\"}]",
                "[payload: {hex: \"00ff\"}]",
                "[tcp: {options: [{kind: 253}, {len: 4}]}]",
                "[tcp: {options: any}, payload: {not: hello}]",
                "[tcp: {}]"
            })
    void aPacketIsReadAsItIsPrinted(String text) {
        Step.Expect expect = Reading.last("- expect: " + text);
        Packet packet = expect.packet().in(Map.of());
        assertThat(Notation.full(packet)).isEqualTo(text);
        assertThat(Reading.<Step.Expect>last("- expect: " + Notation.full(packet))
                        .packet()
                        .in(Map.of()))
                .isEqualTo(packet);
    }
}
