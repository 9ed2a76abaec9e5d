package io.packetspec.spec.packetdrill.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.spec.SpecFile;
import io.packetspec.spec.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is later than the beginning of a script, it does not matter where in a tick of the kernel that is. */
final class TakesTimeTest {
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

    private static boolean takesTime(String script) {
        SpecFile file = new PacketdrillSpecReader().read("x-v6.pkt", script);
        assertThat(file.problems()).isEmpty();
        Step step = file.specs().get(0).variants().get(0).steps().get(0);
        return ((Step.Script) step).takesTime();
    }
}
