package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Scripts of packetdrill. */
final class PacketdrillTest extends ScriptTrial {
    private static final String LISTENER = """
            `sysctl -q net.ipv4.tcp_timestamps=0 net.ipv4.tcp_ecn=0`
            0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
            +0 bind(3, ..., ...) = 0
            +0 listen(3, 1) = 0
            +0 < S 0:0(0) win 32792 <mss 1000>
            """;

    /** In milliseconds: what the script says, or more where the machine needs that. */
    private static double tolerance(String failure) {
        Matcher tolerance = Pattern.compile(", tolerance ([\\d.]+) ms").matcher(failure);
        assertThat(tolerance.find()).isTrue();
        return Double.parseDouble(tolerance.group(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"passive-open", "active-open", "timestamps"})
    void aScriptPassesInEveryNetwork(String name) {
        EngineExecutionResults results =
                Trial.run(selectFile(SCRIPTS.resolve(name + ".pkt").toString()));
        assertThat(failures(results)).isEmpty();
        results.testEvents().assertStatistics(stats -> stats.succeeded(3));
    }

    @Test
    void itsNameSaysForWhichNetworkItIs() {
        script("a-v4.pkt", LISTENER).testEvents().assertStatistics(stats -> stats.succeeded(2));
        script("a-v6.pkt", LISTENER).testEvents().assertStatistics(stats -> stats.succeeded(1));
    }

    @Test
    void aWrongFlagFails() {
        assertThat(failure(LISTENER + "+0 > . 0:0(0) ack 1 <...>\n"))
                .contains(
                        "ipv6.pkt:6:4: expected frame on wire tun differs in tcp.flags",
                        "expected A (0x10), actual SA (0x12)");
    }

    @Test
    void aPacketThatCarriesMoreFails() {
        String text = LISTENER + """
                +0 > S. 0:0(0) ack 1 <...>
                +0 < . 1:1(0) ack 1 win 257
                +0 accept(3, ..., ...) = 4
                +0 write(4, ..., 5) = 5
                +0 > P. 1:5(4) ack 1
                """;
        assertThat(failure(text))
                .contains("ipv6.pkt:10:4: expected frame on wire tun differs in raw", "expected 4 octets");
    }

    @Test
    void aPacketThatComesTooEarlyFails() {
        assertThat(failure(LISTENER + "+0.5 > S. 0:0(0) ack 1 <...>\n"))
                .contains("the expected frame came too early on wire tun", "planned 0.5")
                .satisfies(failure -> assertThat(tolerance(failure)).isBetween(62.5, 3 * 62.5));
    }

    @Test
    void aFactorWidensTolerances() {
        passes(script(LISTENER + "+0.5 > S. 0:0(0) ack 1 <...>\n", Configuration.TOLERANCE_FACTOR, "20"), 1);
    }

    @Test
    void optionsOfACommandLineWinOverThoseOfTheScript() {
        String text = "--tolerance_usecs=1000\n" + LISTENER + "+0.5 > S. 0:0(0) ack ACK <...>\n";
        passes(script(text, Configuration.SCRIPT_OPTIONS, "--tolerance_usecs=900000 -D ACK=1"), 1);
    }

    @Test
    void anOptionThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> script(LISTENER, Configuration.SCRIPT_OPTIONS, "--verbose --tolerance_usec=5"))
                .hasStackTraceContaining("packetspec.pkt.options:1:11: unknown option \"tolerance_usec\";"
                        + " did you mean \"tolerance_usecs\"?");
    }

    @Test
    void aPacketThatDiffersIsForgivenWhereTheScriptSaysSoAndOneThatDoesNotComeIsNot() {
        String text = "--non_fatal=packet\n" + LISTENER + "+0 > . 0:0(0) ack 1 <...>\n";
        passes(script("ipv6.pkt", text), 1);
        // The reset ends retransmissions, of which the first comes about when the wait for a frame ends.
        assertThat(failure(text + "+0 < R 1:1(0) win 0\n+0 > S. 0:0(0) ack 1 <...>\n"))
                .contains("ipv6.pkt:9:4: no frame came");
    }

    @Test
    void aPacketThatComesTooLateFails() {
        assertThat(failure(LISTENER + """
                        +0 > S. 0:0(0) ack 1 <...>
                        +0.3 > S. 0:0(0) ack 1 <...>
                        """))
                .contains("the expected frame came too late on wire tun")
                .satisfies(failure -> assertThat(tolerance(failure)).isBetween(37.5, 3 * 37.5));
    }

    @Test
    void aPacketThatDoesNotComeFails() {
        assertThat(failure(LISTENER + """
                        +0 > S. 0:0(0) ack 1 <...>
                        +0 < . 1:1(0) ack 1 win 257
                        +0 > . 1:1(0) ack 1
                        """)).contains("ipv6.pkt:8:4: no frame came on wire tun within 10");
    }

    @Test
    void aWrongErrnoFails() {
        assertThat(failure("0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n"
                        + "+0 read(3, ..., 10) = -1 EAGAIN (Resource temporarily unavailable)\n"))
                .contains("ipv6.pkt:2:4: read failed with ENOTCONN, expected it to fail with EAGAIN");
    }

    @Test
    void aWrongResultFails() {
        assertThat(failure("0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 fcntl(3, F_GETFL) = 0\n"))
                .contains("fcntl: expected returned 0, actual O_RDWR");
    }

    @Test
    void aBlockingCallThatEndsTooEarlyFails() {
        assertThat(failure("""
                        0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
                        +0...0.4 poll([{fd=3, events=POLLIN, revents=POLLHUP}], 1, 2000) = 1
                        """))
                .contains("the call ended too early", "planned 0.4")
                .satisfies(failure -> assertThat(tolerance(failure)).isBetween(50.0, 3 * 50.0));
    }

    @Test
    void aCommandThatFailsFailsTheScript() {
        assertThat(failure("`exit 3`\n0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n"))
                .contains("ipv6.pkt:1:1: the command exited with 3, expected 0");
    }

    @Test
    void theCleanupRunsAfterAFailure(@TempDir(factory = OutsideOfTmp.class) Path folder) {
        Path file = folder.resolve("cleaned");
        failure("0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 close(3) = 1\n`touch " + file + "`\n");
        assertThat(file).exists();
    }

    @Test
    void whatAScriptWritesToTmpIsItsOwn() throws IOException {
        Path file =
                Path.of("/tmp", "packetspec-script-" + ProcessHandle.current().pid());
        String name = file.toString();
        EngineExecutionResults results = script("a-v6.pkt", """
                `test ! -e NAME && echo 12345 >NAME`
                0 open("NAME", O_RDONLY) = 3
                +0 read(3, ..., 100) = 6
                `test -e NAME`
                """.replace("NAME", name));
        assertThat(failures(results)).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void commandsRunInTheFolderOfTheScript() {
        trial.file("in/beside.sh", "test -n \"$PACKETDRILL_PID\" && test \"$PACKETDRILL_PID\" = \"$1\"\n");
        EngineExecutionResults results =
                script("in/a-v6.pkt", "`sh ./beside.sh ${PPID}`\n0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n");
        assertThat(failures(results)).isEmpty();
    }

    @Test
    void whatIsNotSupportedIsAProblemAtItsPlace() {
        assertThat(failure("""
                        0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
                        +0 splice(3, [7], 4, NULL, 5, 0) = 5
                        +0 setsockopt(3, SOL_TCP, TCP_NONSENSE, [1], 4) = 0
                        +0 psp_tx_assoc(3, 5) = 0
                        +0 poll([{fd=3, events=POLLIN}], 2, 0) = 0
                        +0 > ipv6 ::1 > ::2: mpls (label 1, tc 0, [S], ttl 1): udp (100)
                        """))
                .contains(
                        "ipv6.pkt:2:14: an offset of splice is NULL, not [7]",
                        "ipv6.pkt:3:27: unknown option TCP_NONSENSE",
                        "ipv6.pkt:4:4: the call psp_tx_assoc is not supported",
                        "ipv6.pkt:5:34: poll is given another number of descriptors than 2",
                        "ipv6.pkt:6:22: nothing before says that labels of MPLS follow: only gre can");
    }
}
