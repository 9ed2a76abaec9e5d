package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options in whatever order, some of them, and paths to them. */
final class OptionListsTest {
    /** The kernel's own options: mss, sackOK, ts, nop, wscale. */
    private static final String CONNECT = """
            - socket: {type: SOCK_STREAM|SOCK_NONBLOCK}
              as: c
            - connect: {socket: c, to: "peer:80"}
              fails: EINPROGRESS
            """;

    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    private static String syn(String options) {
        return CONNECT + "- expect: [tcp: {flags: S, options: " + options + "}]\n";
    }

    @Test
    void someOfThemInAnyOrder() {
        trial.passes(syn("{has: [wscale, mss: 1460]}"));
        trial.passes(syn("{has: [ts: {ecr: 0}, nop, {kind: 4}], lacks: [sack, mss: 1400]}"));
        trial.passes(syn("{lacks: [sack, {kind: 253}]}"));
        trial.passes(syn("{has: []}"));
    }

    @Test
    void allOfThemInAnyOrderButForWhatOnlyFills() {
        trial.passes(syn("{set: [wscale, sackOK, ts, mss: any]}"));
        trial.passes(syn("{set: [nop, wscale: {not: 99}, sackOK, ts, mss: {min: 1}]}"));
    }

    @Test
    void theMissingOptionIsNamed() {
        assertThat(failure(syn("{has: [sack, mss: 1400, ts: {ecr: 0}]}")))
                .containsPattern("differs in tcp.options\n  expected \\{has: \\[sack, mss: 1400, ts: \\{ecr: 0}]}, "
                        + "actual \\[mss: 1460, sackOK, ts: \\{val: \\d+, ecr: 0}, nop, wscale: \\d+]: "
                        + "sack is missing, mss: 1400 is missing\n");
    }

    @Test
    void eachNeedsOneOfItsOwn() {
        assertThat(failure(syn("{has: [mss: any, mss: 1460]}")))
                .contains("expected {has: [mss: any, mss: 1460]}, actual [mss: 1460, ")
                .contains("]: mss: 1460 is missing\n");
    }

    @Test
    void theOptionTooManyIsNamed() {
        assertThat(failure(syn("{set: [wscale, sackOK, ts]}")))
                .contains(
                        "expected {set: [wscale, sackOK, ts]}, actual [mss: 1460, ", "]: mss: 1460 is not expected\n");
        assertThat(failure(syn("{has: [sackOK], lacks: [mss, {kind: 3}]}")))
                .contains("expected {has: [sackOK], lacks: [mss, {kind: 3}]}, actual [mss: 1460, ")
                .containsPattern("]: mss: 1460 must not be there, wscale: \\d+ must not be there\n");
    }

    @Test
    void aHeaderWithoutOptionsLacksThemAll() {
        String reset = """
                - inject: [tcp: {dport: 9, flags: A, ack: 5}]
                - expect: [tcp: {flags: R, options: OPTIONS}]
                """;
        trial.passes(reset.replace("OPTIONS", "{lacks: [mss]}"));
        trial.passes(reset.replace("OPTIONS", "{set: []}"));
        assertThat(failure(reset.replace("OPTIONS", "{has: [mss]}")))
                .contains("expected {has: [mss]}, actual absent: mss is missing\n");
    }

    @Test
    void aMarkOfTheRunMayStandInThem() {
        trial.passes(CONNECT + """
                - expect: [tcp: {flags: S}]
                  as: first
                - expect: [tcp: {flags: S, options: {has: [mss: "${first.tcp.win > 0 ? 1460 : 0}"]}}]
                  after: {event: first, between: [0.9s, 1.4s]}
                """);
    }

    @Test
    void aPathLeadsToAnOptionAndItsFields() {
        trial.passes(CONNECT + """
                - expect: [tcp: {flags: S}]
                  as: syn
                - check: syn.tcp.options.mss == 1460 && syn.tcp.options.ts.ecr == 0 && syn.tcp.options.sackOK.len == 2
                - inject:
                    - tcp:
                        sport: 80
                        dport: "${syn.tcp.sport}"
                        flags: SA
                        seq: 100
                        ack: "${syn.tcp.seq + 1}"
                        options: [mss: "${syn.tcp.options.mss}", ts: {val: 5, ecr: "${syn.tcp.options.ts.val}"}]
                - expect: [tcp: {flags: A, options: {has: [ts: {val: {min: "${syn.tcp.options.ts.val}"}, ecr: 5}]}}]
                """);
    }

    @Test
    void anOptionThatWasNotThereIsAnErrorOfThePlace() {
        String listening = """
                - socket: {type: SOCK_STREAM}
                  as: listener
                - bind: {socket: listener, address: "dut:80"}
                - listen: {socket: listener}
                - inject: [tcp: {sport: 4000, dport: 80, flags: S, seq: 100, options: [mss: 1400]}]
                - expect: [tcp: {flags: SA}]
                  as: synack
                """;
        String inject = "- inject: [tcp: {sport: 4000, dport: 80, seq: \"${synack.tcp.options.ts.val}\"}]\n";
        assertThat(failure(listening + inject))
                .contains(
                        "12:53: ${synack.tcp.options.ts.val}: there was no option ts in synack.tcp.options: [mss: 1460]");
        assertThat(failure(listening + "- check: synack.tcp.options.wscale < 15\n"))
                .contains("there was no option wscale in synack.tcp.options: [mss: 1460]");
        assertThat(failure(listening + "- inject: [tcp: {seq: \"${1 + synack.tcp.options.wscale}\"}]\n"))
                .contains("${1 + synack.tcp.options.wscale}: there was no option wscale in synack.tcp.options");
        String none = """
                - inject: [tcp: {dport: 9, flags: A, ack: 5}]
                - expect: [tcp: {flags: R}]
                  as: rst
                - check: rst.tcp.options.mss == 1
                """;
        assertThat(failure(none)).contains("there was no option mss in rst.tcp.options: []");
    }

    private String failure(String steps) {
        return trial.failure(steps);
    }
}
