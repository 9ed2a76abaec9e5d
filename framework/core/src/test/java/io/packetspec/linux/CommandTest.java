package io.packetspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetspec.lab.Namespaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CommandTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private static Command.Outcome shell(String script) {
        return Command.of(List.of("sh", "-c", script)).run(AMPLE);
    }

    @Test
    void outputErrorsAndStatusArriveApart() {
        assertThat(shell("echo out; echo err >&2; cat; exit 7"))
                .isEqualTo(new Command.Outcome(7, "out\n", "err\n", false));
    }

    @Test
    void moreThanAPipeHoldsIsReadWhileItRuns() {
        assertThat(shell("head -c 300000 /dev/zero").output()).hasSize(300_000);
    }

    @Test
    void argumentsArriveAsTheyAre() {
        assertThat(Command.of(List.of("printf", "%s|", "a b", "", "$HOME", "\""))
                        .run(AMPLE)
                        .output())
                .isEqualTo("a b||$HOME|\"|");
    }

    @Test
    void itRunsInTheThreadsNamespaceAndInTheGivenDirectory() throws Exception {
        Namespaces.inFresh(() -> {
            Command.Outcome outcome = Command.of(List.of("sh", "-c", "pwd; readlink /proc/self/ns/net"))
                    .in(Path.of("/proc"))
                    .run(AMPLE);
            assertThat(outcome.output()).isEqualTo("/proc\n" + NetNs.identityOfThread() + "\n");
            return null;
        });
    }

    @Test
    void oneThatTakesTooLongIsKilledWithAllItStarted() {
        String marker = "3" + System.nanoTime();
        Command.Outcome outcome = Command.of(List.of("sh", "-c", "sleep " + marker + " & echo on; wait"))
                .run(Duration.ofMillis(300));
        assertThat(outcome.timedOut()).isTrue();
        assertThat(outcome.output()).isEqualTo("on\n");
        await().until(() -> !isRunning(marker));
    }

    @Test
    void oneThatClosesItsOutputIsWaitedForAllTheSame() {
        assertThat(shell("exec >&- 2>&-; sleep 0.2; exit 3").exit()).isEqualTo(3);
    }

    @Test
    void whatItLeavesInTheBackgroundEndsWithIt() {
        String marker = "4" + System.nanoTime();
        assertThat(shell("sleep " + marker + " & echo done").output()).isEqualTo("done\n");
        await().until(() -> !isRunning(marker));
    }

    @Test
    void nothingOutlivesAJvmThatIsKilled() throws IOException {
        String marker = "5" + System.nanoTime();
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommandTest.class.getName(),
                        marker)
                .redirectErrorStream(true)
                .start();
        await().atMost(AMPLE).until(() -> isRunning(marker));
        jvm.destroyForcibly();
        await().until(() -> !isRunning(marker));
    }

    /** The forked JVM of the test above. */
    public static void main(String[] arguments) {
        shell("sleep " + arguments[0] + " & sh -c 'sleep " + arguments[0] + "; true'");
    }

    private static boolean isRunning(String marker) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes.anyMatch(process -> commandLine(process).contains("sleep\0" + marker));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
