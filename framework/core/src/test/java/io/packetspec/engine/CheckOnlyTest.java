package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import io.packetspec.linux.ForkedJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

/** Specs that are only read: broken ones fail as ever, sound ones get no verdict. */
final class CheckOnlyTest {
    private static final String SOUND = """
            feature: Two things
            specs:
              - spec: this would fail if it were run
                family: [ipv4, ipv6]
                requires: {command: no-such-command}
                steps:
                  - run: "false"
            """;
    private static final String BROKEN = """
            feature: broken
            specs:
              - spec: one
                steps:
                  - injct: [tcp: {}]
                  - silense
            """;
    private Trial trial;
    private Path folder;

    @BeforeEach
    void prepare(@TempDir Path temporary) {
        folder = temporary;
        trial = new Trial(folder);
    }

    private EngineExecutionResults run(String check) {
        return Trial.kit()
                .selectors(selectDirectory(folder.toString()))
                .configurationParameter(Configuration.CHECK, check)
                .execute();
    }

    @Test
    void aSoundSpecIsSkippedWithTheReason() {
        trial.file("sound.spec.yaml", SOUND);
        EngineExecutionResults results = run("true");
        results.testEvents().assertStatistics(stats -> stats.skipped(2).started(0));
        assertThat(results.testEvents().skipped().map(CheckOnlyTest::reason))
                .containsOnly("checked only: the spec was read without a problem and not run");
        assertThat(results.containerEvents().failed().count()).isZero();
    }

    @Test
    void aMutantIsNotRunEither() {
        trial.file("sound.spec.yaml", SOUND + "      - silence\n      - expect: [tcp: {flags: RA}]\n");
        EngineExecutionResults results = Trial.kit()
                .selectors(selectDirectory(folder.toString()))
                .configurationParameter(Configuration.CHECK, "true")
                .configurationParameter(Configuration.MUTANTS, "1")
                .execute();
        results.testEvents().assertStatistics(stats -> stats.skipped(1).started(0));
        assertThat(results.testEvents().skipped().map(CheckOnlyTest::reason))
                .containsOnly("checked only: the spec was read without a problem and not run");
    }

    private static String reason(Event event) {
        return event.getRequiredPayload(String.class);
    }

    @Test
    void aBrokenFileFailsInTheSameWordsAsInARun() {
        trial.file("broken.spec.yaml", BROKEN);
        EngineExecutionResults checked = run("true");
        checked.testEvents().assertStatistics(stats -> stats.failed(1).started(1));
        assertThat(Trial.failure(checked))
                .contains("broken.spec.yaml:5:9: unknown verb \"injct\"", "broken.spec.yaml:6:9: unknown verb")
                .isEqualTo(Trial.failure(run("false")));
    }

    @Test
    void anythingButTrueAndFalseIsAnError() {
        trial.file("sound.spec.yaml", SOUND);
        assertThatThrownBy(() -> run("yes")).hasStackTraceContaining("packetspec.check=yes: expected true or false");
    }

    @Test
    void itTakesNoPrivilegesAndNoNativeLibrary() throws Exception {
        ForkedJvm.assumeRootOfTheMachine();
        trial.file("sound.spec.yaml", SOUND);
        trial.file("broken.spec.yaml", BROKEN);
        List<String> nobody = new ArrayList<>(List.of("env", "CHECKED=" + folder, "JDK_JAVA_OPTIONS=-Xlog:class+load"));
        nobody.addAll(ForkedJvm.ORDINARY_USER);
        assertThat(ForkedJvm.output(nobody, Check.class))
                .contains("2 skipped, 1 failed, 0 containers failed")
                .contains("io.packetspec.engine.PacketspecEngine")
                .doesNotContain("jnr.ffi", "com.kenai.jffi");
    }

    static final class Check {
        public static void main(String[] arguments) {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectDirectory(System.getenv("CHECKED")))
                    .configurationParameter(Configuration.CHECK, "true")
                    .build();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, listener);
            TestExecutionSummary summary = listener.getSummary();
            System.out.println(summary.getTestsSkippedCount() + " skipped, " + summary.getTestsFailedCount()
                    + " failed, " + summary.getContainersFailedCount() + " containers failed");
        }
    }
}
