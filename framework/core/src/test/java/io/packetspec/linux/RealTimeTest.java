package io.packetspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Real-time priority, as the kernel tells it: proc(5), stat, policy. */
final class RealTimeTest {
    private static final String NONE = "0";
    private static final String IN_TURNS = "2";
    private static final int PRIORITY = 37;
    private static final int POLICY = 38;

    @Test
    void itIsForThisThreadAloneUntilItLeavesIt() throws Exception {
        onThread(() -> {
            RealTime priority = RealTime.enter();
            assumeTrue(priority.given(), "not permitted here");
            assertThat(policy()).isEqualTo(IN_TURNS);
            String ofThreadStartedByIt = onThread(RealTimeTest::policy);
            assertThat(ofThreadStartedByIt).isEqualTo(NONE);
            priority.leave();
            assertThat(policy()).isEqualTo(NONE);
            return null;
        });
    }

    @Test
    void aThreadToWhichItIsPassedOnBeginsWithItAndThoseStartedLaterDoNot() throws Exception {
        onThread(() -> {
            assumeTrue(RealTime.enter().given(), "not permitted here");
            FutureTask<String> started = new FutureTask<>(RealTimeTest::policy);
            RealTime.passedOn(() -> {
                new Thread(null, started, "passed on", 0, false).start();
                return "started";
            });
            assertThat(started.get()).isEqualTo(IN_TURNS);
            String startedLater = onThread(RealTimeTest::policy);
            assertThat(startedLater).isEqualTo(NONE);
            return assertThat(policy()).isEqualTo(IN_TURNS);
        });
    }

    @Test
    void whereThereIsNoneNoneIsPassedOn() throws Exception {
        String before = onThread(() -> RealTime.passedOn(() -> "started ") + policy());
        assertThat(before).isEqualTo("started " + NONE);
    }

    @Test
    void aCommandDoesNotInheritIt() throws Exception {
        Command.Result result = onThread(() -> {
            assumeTrue(RealTime.enter().given(), "not permitted here");
            return Command.run(List.of("cat", "/proc/thread-self/stat"), Duration.ofSeconds(20));
        });
        assertThat(policy(result.output())).isEqualTo(NONE);
    }

    @Test
    void aCommandWhoseTimeCountsHasALowerOneAndSoHasWhatItStarts() throws Exception {
        Command.Result result = onThread(() -> {
            assumeTrue(RealTime.enter().given(), "not permitted here");
            return urgent("cat /proc/self/stat & wait");
        });
        assertThat(policy(result.output())).isEqualTo(IN_TURNS);
        String ofThread = onThread(() -> {
            RealTime.enter();
            return Files.readString(Path.of("/proc/thread-self/stat"));
        });
        assertThat(priority(result.output())).isPositive().isLessThan(priority(ofThread));
    }

    @Test
    void aCommandWhoseTimeCountsRunsWithoutWhereTheThreadHasNone() throws Exception {
        Command.Result result = onThread(() -> urgent("cat /proc/self/stat"));
        assertThat(policy(result.output())).isEqualTo(NONE);
    }

    private static Command.Result urgent(String script) {
        return Command.run(List.of("sh", "-c", script), Duration.ofSeconds(20), Path.of(""), Map.of(), true);
    }

    @Test
    void whatCollectsGarbageHasItOnceItWasGiven() throws Exception {
        onThread(() -> {
            assumeTrue(RealTime.enter().given(), "not permitted here");
            RealTime.collect();
            List<Integer> collectors = CollectorThreads.numbers();
            assertThat(collectors).isNotEmpty();
            for (int thread : collectors) {
                assertThat(policy(Files.readString(Path.of("/proc/self/task/" + thread + "/stat"))))
                        .isEqualTo(IN_TURNS);
            }
            return null;
        });
    }

    @Test
    void whereItIsNotPermittedNothingHappens() throws Exception {
        onThread(() -> Capabilities.without(List.of("CAP_SYS_NICE"), () -> {
            RealTime priority = RealTime.enter();
            assertThat(priority.given()).isFalse();
            priority.leave();
            return assertThat(policy()).isEqualTo(NONE);
        }));
    }

    private static String policy() throws IOException {
        return policy(Files.readString(Path.of("/proc/thread-self/stat")));
    }

    private static String policy(String stat) {
        return behindName(stat)[POLICY];
    }

    private static int priority(String stat) {
        return Integer.parseInt(behindName(stat)[PRIORITY]);
    }

    private static String[] behindName(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private static <T> T onThread(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        new Thread(null, future, "hurried", 0, false).start();
        try {
            return future.get();
        } catch (ExecutionException e) {
            // What is not permitted is a reason to skip the test, not an error.
            throw e.getCause() instanceof TestAbortedException skipped ? skipped : e;
        }
    }
}
