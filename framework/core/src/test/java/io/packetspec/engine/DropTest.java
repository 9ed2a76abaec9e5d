package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import io.packetspec.fate.Fate;
import io.packetspec.fate.Fates;
import io.packetspec.lab.Requirements;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** For which reason the kernel dropped a packet, or sent a reset: of this spec, and of no other that runs beside it. */
final class DropTest {
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path temporary) {
        trial = new Trial(temporary);
        for (Fate.Kind kind : Fate.Kind.values()) {
            Requirements.tracepoint(kind.tracepoint())
                    .or(() -> Fates.unreadable(kind))
                    .ifPresent(why -> assumeTrue(false, why));
        }
    }

    private String failure(String steps) {
        return trial.failure(steps).lines().takeWhile(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    @Test
    void aDropIsSeenBehindWhateverWasProvedInBetween() {
        trial.passes("""
                - inject: [tcp: {dport: 9, flags: S, checksum: 0xdead}]
                - silence
                - counters: {TcpInCsumErrors: +1}
                - drop: TCP_CSUM
                - drop: {in: [NO_SOCKET, TCP_CSUM]}
                - drop: {not: NO_SOCKET}
                - drop: any
                """);
    }

    @Test
    void aResetHasAReasonToo() {
        trial.passes("""
                - inject: [tcp: {sport: 80, dport: 4000, flags: SA, seq: 1, ack: 7}]
                - expect: [tcp: {flags: R, seq: 7}]
                - reset-reason: NO_SOCKET
                - drop: NO_SOCKET
                """);
    }

    @Test
    void whatACallSendsIsDroppedOnItsWayOutAndOnItsWayIn() {
        trial.passes("""
                - socket: {type: SOCK_DGRAM}
                  as: u
                - sendto: {socket: u, to: "dut:9", payload: hello}
                - drop: NO_SOCKET
                """);
    }

    @Test
    void anotherReasonIsTold() {
        assertThat(failure("""
                        - inject: [tcp: {dport: 9, flags: R}]
                        - drop: TCP_CSUM
                        """)).endsWith("""
                        trial.spec.yaml:6:9: the kernel dropped nothing for TCP_CSUM within 1000.000 ms
                          dropped for NO_SOCKET in tcp_v4_rcv (ipv4)""");
    }

    @Test
    void thatNothingWasDroppedIsTold() {
        assertThat(failure("""
                        - inject: [icmp: {id: 7}]
                        - expect: [icmp: {type: echo-reply}]
                        - drop: any
                        """)).endsWith("""
                        trial.spec.yaml:7:9: the kernel dropped nothing for any within 1000.000 ms
                          no drop was seen since the spec's last deed""");
    }

    @Test
    void aDropBeforeTheLastDeedIsStale() {
        assertThat(failure("""
                        - inject: [tcp: {dport: 9, flags: S, checksum: 0xdead}]
                        - drop: TCP_CSUM
                        - inject: [udp: {dport: 9, checksum: 0xdead}]
                        - drop: TCP_CSUM
                        """)).endsWith("""
                        trial.spec.yaml:8:9: the kernel dropped nothing for TCP_CSUM within 1000.000 ms
                          dropped for UDP_CSUM in __udp4_lib_rcv (ipv4)""");
    }

    @Test
    void theMarkersThatProveSilenceAreNotTheSpecs() {
        assertThat(failure("""
                        - inject: [icmp: {id: 7}]
                        - expect: [icmp: {type: echo-reply}]
                        - silence
                        - drop: any
                        """)).endsWith("no drop was seen since the spec's last deed");
    }

    @Test
    void aResetForAnotherReasonIsTold() {
        assertThat(failure("""
                        - inject: [tcp: {dport: 9, flags: A, ack: 7}]
                        - expect: [tcp: {flags: R}]
                        - reset-reason: {not: NO_SOCKET}
                        """)).endsWith("""
                        trial.spec.yaml:7:9: the kernel reset nothing for {not: NO_SOCKET} within 1000.000 ms
                          reset for NO_SOCKET""");
    }

    @Test
    void aDroppedSegmentResetsNothing() {
        assertThat(failure("""
                        - inject: [tcp: {dport: 9, flags: R}]
                        - reset-reason: any
                        """)).endsWith("no reset was seen since the spec's last deed");
    }

    @Test
    void aReasonThatThisKernelDoesNotKnowSkipsTheSpec() {
        trial.steps("""
                - inject: [tcp: {dport: 9, flags: R}]
                - drop: TC_ERROR
                """).testEvents().assertStatistics(stats -> stats.skipped(1));
    }

    @Test
    void whereEventsWereLostAMissingDropIsInconclusive() {
        assertThat(trial.failure("""
                        - inject: [icmp: {id: 7}]
                        - expect: [icmp: {type: echo-reply}]
                        - run: |
                            perl -MSocket -e 'socket(S, PF_INET, SOCK_DGRAM, 0);
                            $to = sockaddr_in(9, inet_aton("192.0.2.1")); send(S, "x", 0, $to) for 1 .. 20000'
                          within: 4s
                        - drop: TCP_CSUM
                        """))
                .contains("the kernel dropped nothing for TCP_CSUM within 1000.000 ms")
                .contains("events of the kernel that were lost meanwhile, which may have been it: ")
                .contains("3 runs before failed too");
    }

    private record Case(String packet, String reason) {}

    /** Every spec drops for its own reason, and for nothing else; a third of them cause noise and drop nothing. */
    @Test
    void manySpecsAtOnceEachSeeTheirOwnDropsOnly() {
        List<Case> cases = List.of(
                new Case("tcp: {dport: 9, flags: S, checksum: 0xdead}", "TCP_CSUM"),
                new Case("udp: {dport: 9, checksum: 0xdead}", "UDP_CSUM"),
                new Case("tcp: {dport: 9, flags: R}", "NO_SOCKET"),
                new Case("ipv4: {checksum: 0xdead}, udp: {dport: 9}", "IP_CSUM"),
                new Case("ipv4: {src: 127.0.0.1}, udp: {dport: 9}", "IP_LOCALNET"),
                new Case("eth: {dst: \"02:00:00:00:99:99\"}, ipv4, udp: {dport: 9}", "OTHERHOST"));
        String specs = IntStream.range(0, 96)
                .mapToObj(i -> spec(i, cases.get(i % cases.size())))
                .collect(Collectors.joining());
        Path file = trial.file("many.spec.yaml", "feature: many\nspecs:\n" + specs);
        EngineExecutionResults results = Trial.kit()
                .selectors(selectFile(file.toString()))
                .configurationParameter(Configuration.PARALLELISM, "8")
                .configurationParameter(Configuration.PATIENCE, "50")
                .execute();
        List<String> failures = results.testEvents().failed().stream()
                .map(event -> Trial.throwable(event).getMessage())
                .toList();
        assertThat(failures).hasSize(48).allSatisfy(message -> {
            assertThat(message).contains("the kernel dropped nothing for {not: ");
            String reason = message.replaceAll("(?s).*dropped nothing for \\{not: (\\w+)}.*", "$1");
            assertThat(message.lines().filter(line -> line.startsWith("  dropped for ")))
                    .hasSize(1)
                    .allMatch(line -> line.startsWith("  dropped for " + reason + " in "));
        });
        results.testEvents().assertStatistics(stats -> stats.succeeded(48).failed(48));
    }

    /** Half of them pass by seeing their own; the others would pass if they saw anything else. */
    private static String spec(int number, Case one) {
        String expected = number / 6 % 2 == 0 ? one.reason() : "{not: " + one.reason() + "}";
        return "  - spec: number " + number + "\n    steps:\n"
                + ("      - inject: [" + one.packet() + "]\n").repeat(20)
                + "      - silence\n"
                + "      - drop: " + expected + "\n";
    }
}
