package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Verdicts of the engine on the running kernel, and the words of its failures. */
final class VerdictTest {
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    @Test
    void aSpecThatTheKernelKeepsPasses() {
        EngineExecutionResults results = trial.steps("""
                - inject: [tcp: {sport: 80, dport: 40000, flags: SA, seq: 1000, ack: 7}]
                - expect: [tcp: {sport: 40000, dport: 80, flags: R, seq: 7, win: 0}]
                  within: 50ms
                """);
        results.testEvents().assertStatistics(stats -> stats.started(1).succeeded(1));
    }

    @Test
    void aWrongFieldIsNamedWithBothValuesAndBothPacketsAtTheLine() {
        String failure = trial.failure("""
                - inject: [tcp: {sport: 80, dport: 40000, flags: SA, seq: 1000, ack: 7}]
                - expect: [tcp: {flags: R, seq: 8}]
                """);
        assertThat(failure.lines().map(String::strip))
                .startsWith(
                        firstLine(failure),
                        "expected 8 (0x8), actual 7 (0x7)",
                        "expected  tcp [R] seq 8",
                        "actual    ipv4 192.0.2.1 > 192.0.2.2  tcp 40000 > 80 [R] seq 7 win 0"
                                + "          frame 2 of wire-peer.pcapng");
        assertThat(firstLine(failure)).endsWith("trial.spec.yaml:6:9: expected frame on wire peer differs in tcp.seq");
        assertThat(failure).contains("trace, in milliseconds since the spec began:", "  <- FAILED");
    }

    @Test
    void aFailureIsFoundInTheFileByItsStackTrace() {
        EngineExecutionResults results = trial.steps("- expect: [tcp: {flags: R}]\n");
        StackTraceElement[] trace =
                Trial.throwable(results.testEvents().failed().list().get(0)).getStackTrace();
        assertThat(trace).hasSize(1);
        assertThat(trace[0].getFileName()).isEqualTo("trial.spec.yaml");
        assertThat(trace[0].getLineNumber()).isEqualTo(5);
    }

    @Test
    void silenceWhereAFrameWasExpectedIsAnotherFailureThanAWrongFrame() {
        String failure = trial.failure("- expect: [tcp: {flags: R}]\n");
        assertThat(firstLine(failure)).endsWith(":5:9: no frame came on wire peer within 1000.000 ms");
        assertThat(failure).contains("the kernel sent nothing on this wire since the spec began");
    }

    @Test
    void aFrameThatNoStepConsumedFailsTheSpec() {
        String failure = Trial.failure(
                trial.steps("- inject: [tcp: {sport: 80, dport: 40000, flags: SA, seq: 1000, ack: 7}]\n"));
        assertThat(failure)
                .contains("no further frame was expected, 1 frame came")
                .contains("actual    ipv4 192.0.2.1 > 192.0.2.2  tcp 40000 > 80 [R] seq 7");
    }

    @Test
    void silenceIsProvedByABarrierInNoTimeAtAll() {
        trial.steps("""
                        - inject: [tcp: {dport: 9, flags: R}]
                        - silence
                        """).testEvents().assertStatistics(stats -> stats.succeeded(1));
    }

    @Test
    void silenceFailsAtItsOwnLine() {
        String failure = trial.failure("""
                - inject: [tcp: {dport: 9, flags: A, ack: 5}]
                - silence
                - expect: [tcp: {flags: R}]
                """);
        assertThat(firstLine(failure)).endsWith("trial.spec.yaml:6:9: no further frame was expected, 1 frame came");
    }

    @Test
    void timedSilenceSeesWhatComesInItsTime() {
        String failure = trial.failure("""
                - socket: {type: SOCK_STREAM|SOCK_NONBLOCK}
                  as: c
                - connect: {socket: c, to: "peer:80"}
                  fails: EINPROGRESS
                - expect: [tcp: {flags: S}]
                - silence: 1500ms
                """);
        assertThat(failure)
                .contains("no further frame was expected, 1 frame came")
                .contains("[S]");
    }

    @Test
    void whereNoArpIsAnsweredSilenceIsNotProvedButWaitedFor() {
        String mute = "- sysctl: {net.ipv4.conf.all.arp_ignore: 8}\n- inject: [tcp: {dport: 9, flags: R}]\n";
        assertThat(trial.failure(mute + "- silence\n"))
                .contains(":7:9: silence cannot be proved: the marker on wire peer did not come back")
                .contains("use a time: `silence: 50ms`");
        trial.steps(mute + "- silence: 50ms\n").testEvents().assertStatistics(stats -> stats.succeeded(1));
        assertThat(trial.failure(mute + "- silence: 50ms\n- inject: [tcp: {dport: 9, flags: R}]\n"))
                .contains("silence cannot be proved");
    }

    @Test
    void aCallThatFailsNamesItsErrno() {
        String failure = trial.failure("- socket: {type: SOCK_RAW, protocol: 0}\n");
        assertThat(firstLine(failure)).endsWith(":5:9: socket failed with EPROTONOSUPPORT, expected it to succeed");
    }

    @Test
    void aCallThatFailsWithAnotherErrnoNamesBoth() {
        String failure = trial.failure("- socket: {type: SOCK_RAW, protocol: 0}\n  fails: EPERM\n");
        assertThat(firstLine(failure))
                .endsWith(":5:9: socket failed with EPROTONOSUPPORT, expected it to fail with EPERM");
    }

    @Test
    void aCallThatSucceedsWhereItMustNotSaysWhatItReturned() {
        String failure = trial.failure(
                "- socket: {type: SOCK_DGRAM}\n  as: s\n- bind: {socket: s, address: dut}\n  fails: EPERM\n");
        assertThat(firstLine(failure)).endsWith("bind returned 0, expected it to fail with EPERM");
    }

    @Test
    void aBlockedCallIsAFailureWithAPlaceAndNoHungBuild() {
        EngineExecutionResults results = Trial.kit()
                .configurationParameter(Configuration.CALL_LIMIT, "200")
                .selectors(selectFile(trial.file("blocked.spec.yaml", """
                                feature: blocked
                                specs:
                                  - spec: blocks
                                    steps:
                                      - socket: {type: SOCK_DGRAM}
                                        as: s
                                      - recv: {socket: s}
                                """).toString()))
                .execute();
        assertThat(Trial.failure(results)).contains("blocked.spec.yaml:7:9: recv still blocks after 200.000 ms");
    }

    @Test
    void aCheckThatDoesNotHoldShowsItsValues() {
        String failure = trial.failure("""
                - inject: [tcp: {dport: 9, flags: A, ack: 5}]
                - expect: [tcp: {flags: R}]
                  as: rst
                - check: rst.tcp.seq == 6
                """);
        assertThat(failure).contains(":8:9: check does not hold: rst.tcp.seq == 6", "rst.tcp.seq = 5");
    }

    @Test
    void countersShowWhatWasExpectedAndWhatWasCounted() {
        String failure = trial.failure("""
                - inject: [tcp: {dport: 9, flags: S, checksum: 0xdead}]
                - silence
                - counters: {TcpInCsumErrors: +2}
                """);
        assertThat(failure).contains("TcpInCsumErrors: expected +2, actual +1");
    }

    @Test
    void aCommandShowsWhatItPrinted() {
        String failure = trial.failure("- run: echo one; echo two >&2; exit 3\n");
        assertThat(failure)
                .contains("the command exited with 3, expected 0", "standard output:\n    one")
                .contains("standard error:\n    two");
    }

    @Test
    void eventuallyTellsWhatItSawTheLastTime() {
        String failure = trial.failure("""
                - eventually:
                    - run: cat /proc/sys/net/ipv4/ip_forward
                      prints: "1"
                  within: 200ms
                """);
        assertThat(failure).contains("did not hold within 200.000 ms", "the last time:", "text that contains \"1\"");
    }

    @Test
    void anUnmetRequirementSkipsTheSpecInTheWordsOfTheProbe() {
        EngineExecutionResults results =
                Trial.run(selectFile(trial.file("skip.spec.yaml", """
                                feature: skipped
                                specs:
                                  - spec: needs what is not there
                                    requires: {command: no-such-command-here}
                                    steps: [silence]
                                """).toString()));
        results.testEvents().assertStatistics(stats -> stats.skipped(1).started(0));
        assertThat(results.testEvents()
                        .skipped()
                        .list()
                        .get(0)
                        .getPayload(String.class)
                        .orElseThrow())
                .contains("no-such-command-here");
    }

    @Test
    void aCommandMayTakeItsTimeWhateverTheLimitOfCalls() {
        Path file = trial.file("patient.spec.yaml", """
                        feature: patient
                        specs:
                          - spec: sleeps
                            steps:
                              - run: sleep 0.5
                        """);
        Trial.kit()
                .configurationParameter(Configuration.CALL_LIMIT, "200")
                .selectors(selectFile(file.toString()))
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1));
    }

    @Test
    void countersInStepsInsideOthersStartWithTheSpecToo() {
        trial.steps("""
                        - inject: [tcp: {dport: 9, flags: S, checksum: 0xdead}]
                        - eventually:
                            - eventually:
                                - counters: {IcmpInMsgs: 0, TcpInCsumErrors: +1, TcpRtoMin: 0}
                        """).testEvents().assertStatistics(stats -> stats.succeeded(1));
    }

    @Test
    void aCapturedIpLayerHasTheVocabularyOfBothFamilies() {
        Path file = trial.file("both.spec.yaml", """
                        feature: both
                        specs:
                          - spec: names
                            family: [ipv4, ipv6]
                            steps:
                              - inject: [ip: {ttl: 9}, tcp: {dport: 9, flags: R}]
                                as: sent
                              - check: sent.ip.ttl == 9 && sent.ip.hlim == 9 && sent.ip.proto == sent.ip.nh
                              - check: sent.ip.tos == 0 && sent.ip.tc == 0
                        """);
        Trial.run(selectFile(file.toString())).testEvents().assertStatistics(stats -> stats.succeeded(2));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElseThrow();
    }
}
