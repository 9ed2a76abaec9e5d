package io.packetspec.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.packetspec.run.report.Attempt;
import io.packetspec.run.report.Verdict;
import io.packetspec.spec.Spec;
import io.packetspec.spec.packetdrill.translation.PacketdrillSpecReader;
import io.packetspec.trace.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Garbage is collected sooner or later, and then something is late: what has its time allocates little. */
final class AllocationTest {
    /** In octets: of a nursery of 256 MiB a thousand such events take all, and most take a hundredth of their share. */
    private static final long BUDGET = 256 << 10;

    /** What is made once, such as classes and what the JVM links calls with, is made in the first runs. */
    private static final int RUNS = 5;

    private static final String SCRIPT = """
            0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
            +0 setsockopt(3, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0
            +0 bind(3, ..., ...) = 0
            +0 listen(3, 1) = 0
            +0 < S 0:0(0) win 32792 <mss 1000,nop,wscale 7>
            +0 > S. 0:0(0) ack 1 <...>
            +0 < . 1:1(0) ack 1 win 257
            +0 accept(3, ..., ...) = 4
            +0 write(4, ..., 1000) = 1000
            +0 > P. 1:1001(1000) ack 1
            +0 < . 1:1(0) ack 1001 win 257
            +0 < P. 1:101(100) ack 1001 win 257
            +0 > . 1001:1001(0) ack 101
            +0 read(4, ..., 1000) = 100
            """;

    @Test
    void anEventOfAScriptKeepsToItsBudget() {
        assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "/dev/net/tun may not be opened");
        Spec spec = new PacketdrillSpecReader()
                .read("budget-v6.pkt", SCRIPT)
                .specs()
                .get(0);
        Runner runner = new Runner(Settings.DEFAULT, new Lanes(1, 1));
        Map<String, Long> least = new TreeMap<>();
        for (int i = 0; i < RUNS; i++) {
            runner.enter(i);
            Attempt attempt =
                    runner.run(spec.at(), spec.variants().get(0)).attempts().get(0);
            assertThat(attempt.verdict()).isInstanceOf(Verdict.Passed.class);
            attempt.trace().events().stream()
                    .filter(Event.Step.class::isInstance)
                    .map(Event.Step.class::cast)
                    .filter(step -> !step.text().equals("budget-v6"))
                    .forEach(step -> least.merge(step.at() + " " + step.text(), step.allocated(), Math::min));
        }
        assertThat(least).hasSize(14);
        assertThat(least).allSatisfy((step, octets) -> assertThat(octets).isBetween(1L, BUDGET));
    }
}
