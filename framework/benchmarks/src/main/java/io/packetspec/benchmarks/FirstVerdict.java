package io.packetspec.benchmarks;

import java.nio.file.Path;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/** How long it takes from the start of a JVM until the first spec has passed, among as many as are discovered. */
final class FirstVerdict implements Benchmark {
    private static final Rounds ROUNDS = new Rounds(1, 9);
    private static final int FILES = 100;
    private static final String VERDICT = "verdict ";

    @Override
    public String name() {
        return "first-verdict";
    }

    @Override
    public String title() {
        return "seconds from java to the first verdict, " + ROUNDS.counted() + " rounds";
    }

    @Override
    public Table run() throws Exception {
        FreshJvm nothing = new FreshJvm(Nothing.class);
        FreshJvm one = new FreshJvm(First.class, GeneratedSpecs.write(1, 1).toString());
        FreshJvm many =
                new FreshJvm(First.class, GeneratedSpecs.write(FILES, 10).toString());
        String passed = VERDICT + TestExecutionResult.Status.SUCCESSFUL;
        return ROUNDS.table(
                new Rounds.Contestants<Double>()
                        .and("a JVM that only prints a line", () -> nothing.secondsUntil(VERDICT))
                        .and("1 spec discovered", () -> one.secondsUntil(passed))
                        .and("1,000 specs discovered", () -> many.secondsUntil(passed)),
                "%.2f");
    }

    /** What Java itself takes. */
    static final class Nothing {
        private Nothing() {}

        public static void main(String[] arguments) {
            System.out.println(VERDICT);
        }
    }

    /** Runs the specs below a folder until the first has a verdict. */
    static final class First implements TestExecutionListener {
        public static void main(String[] arguments) {
            LauncherFactory.create().execute(new EngineRun(Path.of(arguments[0]), 0).request(), new First());
        }

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (identifier.isTest()) {
                System.out.println(VERDICT + result.getStatus());
                Runtime.getRuntime().halt(0);
            }
        }
    }
}
