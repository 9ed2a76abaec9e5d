package io.packetspec.spec.packetdrill.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.spec.SpecFile;
import io.packetspec.spec.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What decides whether, and where, a script is to begin at a certain place in a tick of the kernel. */
final class ScriptBeginTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 < S. 0:0(0) ack 1 win 100\n+0 > R 1:1(0)",
                "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 close(3) = 0",
                "0 `true`\n+0 `true`"
            })
    void aScriptThatHappensAtOnceTakesNone(String script) {
        assertThat(takesTime(script)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 < S. 0:0(0) ack 1 win 100\n+.000001 > R 1:1(0)",
                "0.1 < S. 0:0(0) ack 1 win 100",
                "0 < S. 0:0(0) ack 1 win 100\n+0~+.01 > R 1:1(0)",
                "0 < S. 0:0(0) ack 1 win 100\n* > R 1:1(0)",
                "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0...0.1 connect(3, ..., ...) = 0"
            })
    void anyOtherDoes(String script) {
        assertThat(takesTime(script)).isTrue();
    }

    @Test
    void itsFirstPacketComesFromEitherEnd() {
        String socket = "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n";
        assertThat(script(socket + "+0 < S 0:0(0) win 100\n+.1 > S. 0:0(0) ack 1 <...>")
                        .isBegunFromOutside())
                .isTrue();
        assertThat(script(
                                socket
                                        + "+0...0.1 connect(3, ..., ...) = 0\n+0 > S 0:0(0) <...>\n+.1 < S. 0:0(0) ack 1 win 100")
                        .isBegunFromOutside())
                .isFalse();
        assertThat(script(socket + "+.1 close(3) = 0").isBegunFromOutside()).isFalse();
    }

    private static boolean takesTime(String script) {
        return script(script).takesTime();
    }

    private static Step.Script script(String script) {
        SpecFile file = new PacketdrillSpecReader().read("x-v6.pkt", script);
        assertThat(file.problems()).isEmpty();
        return (Step.Script) file.specs().get(0).variants().get(0).steps().get(0);
    }
}
