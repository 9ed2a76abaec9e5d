package io.packetspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.packetspec.linux.Command.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sleep has a duration of its own, by which it is found. */
final class SurvivalTest {
    private static final String OF_A_KILLED_JVM = "300.0713";
    private static final String OF_A_LIMIT = "300.0714";
    private static final String OF_A_PARENT = "300.0715";
    private static final String OF_A_LAUNCH = "300.0716";

    @Test
    void nothingIsLeftOfACommandWhoseJvmIsKilled() throws Exception {
        Process jvm = ForkedJvm.start(List.of(), Sleeper.class);
        await().until(() -> sleeping(OF_A_KILLED_JVM) == 2);
        jvm.destroyForcibly().waitFor();
        await().until(() -> sleeping(OF_A_KILLED_JVM) == 0);
    }

    static final class Sleeper {
        public static void main(String[] arguments) {
            Command.run(twoSleeps(OF_A_KILLED_JVM), Duration.ofMinutes(1));
        }
    }

    @Test
    void theLimitKillsWhatTheCommandHasStartedToo() {
        long start = System.nanoTime();
        Result result = Command.run(List.of("sh", "-c", "echo begun; sleep 300.0714 & sleep 300.0714"), millis(500));
        assertThat(result).isEqualTo(new Result(137, "begun\n", "", true, result.processorTime()));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(millis(500), millis(5000));
        assertThat(sleeping(OF_A_LIMIT)).isZero();
    }

    @Test
    void aCommandThatHasClosedItsOutputsIsStillHeldToTheLimit() {
        Result result = Command.run(List.of("sh", "-c", "exec >&- 2>&-; sleep 300.0714"), millis(200));
        assertThat(result.timedOut()).isTrue();
        await().until(() -> sleeping(OF_A_LIMIT) == 0);
    }

    @Test
    void whatACommandLeavesInTheBackgroundEndsWithIt() {
        Result result = Command.run(List.of("sh", "-c", "sleep 300.0715 & exit 3"), Duration.ofSeconds(20));
        assertThat(result).isEqualTo(new Result(3, "", "", false, result.processorTime()));
        assertThat(sleeping(OF_A_PARENT)).isZero();
    }

    // Without the look of the init at its parents, one in thirty of these is left.
    @Test
    void nothingIsLeftOfACommandThatIsKilledAtWhateverMomentOfItsLaunch() {
        LongStream.range(0, 200).map(i -> i * 30).forEach(micros -> {
            Result result = Command.run(twoSleeps(OF_A_LAUNCH), Duration.ofNanos(micros * 1000));
            assertThat(result.timedOut()).isTrue();
        });
        await().until(() -> sleeping(OF_A_LAUNCH) == 0);
    }

    @Test
    void allThatHoldsInAUserNamespaceToo() throws Exception {
        List<String> prefix = List.of("unshare", "--user", "--map-root-user", "--net");
        assumeTrue(Command.run(join(prefix, "true"), Duration.ofSeconds(20)).status() == 0, "no user namespaces here");
        assertThat(ForkedJvm.output(prefix, Limited.class))
                .isEqualTo(new Result(137, "begun\n", "", true, Duration.ZERO).toString());
    }

    static final class Limited {
        public static void main(String[] arguments) {
            Result result = Command.run(List.of("sh", "-c", "echo begun; sleep 300.0714"), millis(1000));
            System.out.print(
                    new Result(result.status(), result.output(), result.errors(), result.timedOut(), Duration.ZERO));
        }
    }

    private static Duration millis(long milliseconds) {
        return Duration.ofMillis(milliseconds);
    }

    private static List<String> join(List<String> prefix, String command) {
        return Stream.concat(prefix.stream(), Stream.of(command)).toList();
    }

    private static List<String> twoSleeps(String duration) {
        return List.of("sh", "-c", "sleep " + duration + " & sleep " + duration);
    }

    private static long sleeping(String duration) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes.filter(process -> isSleep(process, duration)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSleep(Path process, String duration) {
        try {
            return Files.readString(process.resolve("cmdline")).equals("sleep\0" + duration + "\0");
        } catch (IOException e) {
            return false; // Not a process, or one that has ended meanwhile.
        }
    }
}
