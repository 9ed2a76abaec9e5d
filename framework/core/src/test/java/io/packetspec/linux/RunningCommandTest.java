package io.packetspec.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class RunningCommandTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void itReadsWhatItIsToldWhileItRuns() {
        try (RunningCommand command = sh("read -r first; echo got $first; read -r second || exit 4; exit $second")) {
            command.tell("one\n");
            assertThat(command.hasEnded()).isFalse();
            command.tell("3\n");
            Awaitility.await().atMost(LIMIT).until(command::hasEnded);
            Command.Result result = command.await(LIMIT);
            assertThat(result).isEqualTo(new Command.Result(3, "got one\n", "", false, result.processorTime()));
        }
    }

    @Test
    void itsInputEndsWhenItIsAwaited() {
        try (RunningCommand command = sh("cat; exit 5")) {
            command.tell("größer\n");
            command.tell("zuletzt");
            Command.Result result = command.await(LIMIT);
            assertThat(result.output()).isEqualTo("größer\nzuletzt");
            assertThat(result.status()).isEqualTo(5);
        }
    }

    @Test
    void nobodyWaitsForItToReadAndNothingIsLost() {
        String much = "0123456789abcdef".repeat(1 << 16);
        try (RunningCommand command = sh("read -r go; wc -c")) {
            command.tell("go\n");
            command.tell(much);
            command.tell(much);
            assertThat(command.await(LIMIT).output().strip()).isEqualTo(String.valueOf(2 * much.length()));
        }
    }

    @Test
    void whatItNeverReadsIsOfNoConsequence() {
        try (RunningCommand command = sh("exit 6")) {
            Awaitility.await().atMost(LIMIT).until(command::hasEnded);
            command.tell("too late\n");
            assertThat(command.hasEnded()).isTrue();
            assertThat(command.await(LIMIT).status()).isEqualTo(6);
        }
    }

    @Test
    void whatItWritesIsTakenFromItWhileNobodyAwaitsIt() {
        try (RunningCommand command = sh("head -c 1000000 /dev/zero | tr '\\0' o; exit 7")) {
            Awaitility.await().atMost(LIMIT).until(command::hasEnded);
            Command.Result result = command.await(LIMIT);
            assertThat(result.status()).isEqualTo(7);
            assertThat(result.output()).hasSize(1_000_000);
        }
    }

    @Test
    void itIsKilledAtTheLimitAndWithItsEnd() {
        try (RunningCommand command = sh("sleep 300.0716")) {
            Command.Result result = command.await(Duration.ofMillis(200));
            assertThat(result.timedOut()).isTrue();
            assertThat(result.status()).isEqualTo(137);
        }
        sh("sleep 300.0716").close();
    }

    private static RunningCommand sh(String script) {
        return Command.start(List.of("sh", "-c", script), false);
    }
}
