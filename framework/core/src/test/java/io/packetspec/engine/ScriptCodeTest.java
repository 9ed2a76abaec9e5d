package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of packetdrill's scripts. */
final class ScriptCodeTest extends ConnectionTrial {
    private static final String WRONG = "+0 %{ assert tcpi_snd_mss == 999, tcpi_snd_mss }%\n";
    private static final String WRONG_CALL = "+0 listen(4, 1) = 0\n";

    @Test
    void whatDoesNotHoldFailsWithItsLine() {
        assertThat(failing(WRONG))
                .contains("ipv6.pkt:10:4: the code does not hold", "ipv6.pkt\", line 10", "AssertionError: 1000");
    }

    @Test
    void whatDoesNotHoldEndsALongScriptThen(@TempDir(factory = OutsideOfTmp.class) Path folder) {
        Path late = folder.resolve("late");
        String events = "+.1 read(4, ..., 1) = -1 EAGAIN (Resource temporarily unavailable)\n".repeat(250);
        assertThat(failing("+0 fcntl(4, F_SETFL, O_RDWR | O_NONBLOCK) = 0\n" + WRONG + events + "+0 `touch " + late
                        + "`\n"))
                .contains("ipv6.pkt:11:4: the code does not hold");
        assertThat(late).doesNotExist();
    }

    @Test
    void ofALongScriptTheFailureThatComesFirstInItIsToldHoweverSlowTheInterpreter() {
        assertThat(failing(WRONG + WRONG_CALL + "+2 close(4) = 0\n")).contains("ipv6.pkt:10:4: the code does not hold");
        assertThat(failing(WRONG_CALL + WRONG + "+2 close(4) = 0\n")).contains("ipv6.pkt:10:4: listen");
    }

    @Test
    void ofAShortScriptTheCodeComesBehindTheLastEvent() {
        assertThat(failing(WRONG + WRONG_CALL)).contains("ipv6.pkt:11:4: listen");
    }

    @Test
    void snippetsShareTheirVariablesBesideEventsAndBehindThem() {
        passes("""
                +0 %{ seen = [tcpi_snd_mss] }%
                +1.2 %{ seen.append(tcpi_snd_mss) }%
                +.1 %{ assert seen == [1000, 1000], seen }%
                """);
    }

    @Test
    void itReadsNothing() {
        passes("+0 %{ import sys; assert sys.stdin.read() == '' }%\n+1.2 close(4) = 0\n");
    }

    @Test
    void itIsPassedOnAsItIs() {
        passes("""
                +0 %{
                text = 'größer \\\\ "\\t" 😀'
                assert len(text) == 14, len(text)
                assert text[7] == chr(92) and text[9] == chr(34) and text[13] == chr(0x1F600)
                }%
                """);
    }

    @Test
    void itSeesTheTmpOfTheScript() {
        passes("""
                +0 `echo theirs >/tmp/packetspec-code`
                +0 %{ assert open('/tmp/packetspec-code').read() == 'theirs\\n' }%
                +1.2 close(4) = 0
                """);
        assertThat(Path.of("/tmp/packetspec-code")).doesNotExist();
    }

    @Test
    void whereItExitsItHasSaidEnough() {
        passes("+0 %{ import sys; sys.exit(0) }%\n+1.2 %{ assert False }%\n+.1 close(4) = 0\n");
        assertThat(failing("+0 %{ import sys; sys.exit(99) }%\n")).contains("the code of the script ended with 99");
    }
}
