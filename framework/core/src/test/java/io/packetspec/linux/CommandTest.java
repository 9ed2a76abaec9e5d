package io.packetspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetspec.linux.Command.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void whatItWritesAndItsExitStatusArePassedOn() {
        Result result = sh("echo größer; echo 'schiefgegangen ✗' >&2; exit 7");
        assertThat(result).isEqualTo(new Result(7, "größer\n", "schiefgegangen ✗\n", false, result.processorTime()));
    }

    @Test
    void argumentsArriveAsTheyAre() {
        Result result = Command.run(List.of("printf", "<%s>", "", "a b", "$HOME", "'\"", "ü", "--"), LIMIT);
        assertThat(result.output()).isEqualTo("<><a b><$HOME><'\"><ü><-->");
        assertThatThrownBy(() -> Command.run(List.of("echo", "a\0b"), LIMIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a\\0b");
    }

    @Test
    void aSignalIsTheStatusBeyond128AndNobodyCommentsOnIt() {
        Result killed = sh("kill -KILL $$");
        assertThat(killed).isEqualTo(new Result(137, "", "", false, killed.processorTime()));
        assertThat(sh("kill -TERM $$").status()).isEqualTo(143);
        assertThat(sh("kill -QUIT $$").status()).isEqualTo(131);
    }

    @Test
    void whatItAndItsChildrenComputeIsTold() {
        Duration computed =
                sh("(i=0; while [ $i -lt 300000 ]; do i=$((i + 1)); done)").processorTime();
        Duration waited = sh("sleep 0.3").processorTime();
        assertThat(waited).isPositive().isLessThan(Duration.ofMillis(300));
        assertThat(computed).isGreaterThan(waited.multipliedBy(2));
    }

    @Test
    void aNameInThePathIsAProgramAlsoWhereTheShellHasABuiltInOfThatName() {
        assertThat(Command.run(List.of("exit", "3"), LIMIT).status()).isEqualTo(127);
        assertThat(Command.run(List.of("printf", "--version"), LIMIT).output()).contains("coreutils");
    }

    @Test
    void aCommandThatIsNotFoundIsStatus127WithWords() {
        Result result = Command.run(List.of("no-such-command"), LIMIT);
        assertThat(result.status()).isEqualTo(127);
        assertThat(result.errors()).contains("no-such-command").contains("not found");
    }

    @Test
    void oneMegabyteOnBothStreamsBlocksNeither() {
        Result result = sh("head -c 1000000 /dev/zero | tr '\\0' e >&2; head -c 1000000 /dev/zero | tr '\\0' o");
        assertThat(result.output()).hasSize(1_000_000).matches("o*");
        assertThat(result.errors()).hasSize(1_000_000).matches("e*");
    }

    @Test
    void whatComesAfter16MebibytesIsLeftOutAndTheOutputSaysSo() {
        Result result = sh("head -c 20000000 /dev/zero | tr '\\0' o");
        assertThat(result.status()).isZero();
        assertThat(result.output()).hasSizeLessThan(17 << 20).endsWith("[what came after 16 MiB is left out]");
    }

    @Test
    void whatWritesWithoutEndIsHeldToTheLimit() {
        Result result = Command.run(List.of("yes"), Duration.ofMillis(200));
        assertThat(result.timedOut()).isTrue();
        assertThat(result.output()).startsWith("y\ny\n");
    }

    @Test
    void itRunsInItsDirectoryWithTheEnvironmentOfTheJvmAndReadsNothing(@TempDir Path directory) throws IOException {
        Path real = directory.toRealPath();
        Result result = Command.run(List.of("sh", "-c", "pwd; cat; echo $PATH"), LIMIT, real);
        assertThat(result.output()).isEqualTo(real + "\n" + System.getenv("PATH") + "\n");
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> Command.run(List.of("pwd"), LIMIT, missing))
                .isInstanceOf(SystemCallException.class)
                .hasMessage("chdir(" + missing + ") failed: ENOENT");
    }

    @Test
    void itIsInTheNamespaceOfTheCallingThread() throws Exception {
        String[] identities = new String[2];
        Thread thread = new Thread(() -> {
            try (NetNs namespace = NetNs.unshare()) {
                identities[0] = namespace.identity();
                identities[1] = sh("readlink /proc/self/ns/net").output().strip();
            }
        });
        thread.start();
        thread.join();
        assertThat(identities[1]).isNotNull().isEqualTo(identities[0]);
    }

    @Test
    void itInheritsTheStandardDescriptorsOnly(@TempDir Path directory) throws IOException {
        try (var ours = Files.newByteChannel(Files.createFile(directory.resolve("ours")))) {
            assertThat(ours.isOpen()).isTrue();
            // The fourth is the directory that ls reads.
            assertThat(sh("ls /proc/self/fd").output()).isEqualTo("0\n1\n2\n3\n");
        }
    }

    @Test
    void commandsMayRunAtTheSameTime() {
        List<Result> results = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> sh("echo " + i + "; echo " + i + " >&2"))
                .toList();
        for (int i = 0; i < results.size(); i++) {
            assertThat(results.get(i).output()).isEqualTo(i + "\n");
            assertThat(results.get(i).errors()).isEqualTo(i + "\n");
        }
    }

    static Result sh(String script) {
        return Command.run(List.of("sh", "-c", script), LIMIT);
    }
}
