package io.packetspec.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** All specs of a file, or of a folder, through the engine, discovery included. */
final class EngineRun {
    private final LauncherDiscoveryRequestBuilder request;
    private final int count;

    EngineRun(Path specs, int count) {
        this.request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selector(specs))
                .configurationParameter("packetspec.slowest", "0")
                .configurationParameter("packetspec.durations", ""); // Nothing of one run counts for the next.
        this.count = count;
    }

    private static DiscoverySelector selector(Path specs) {
        return Files.isDirectory(specs)
                ? DiscoverySelectors.selectDirectory(specs.toString())
                : DiscoverySelectors.selectFile(specs.toString());
    }

    EngineRun atOnce(int parallelism) {
        return with("packetspec.parallelism", Integer.toString(parallelism));
    }

    EngineRun with(String parameter, String value) {
        request.configurationParameter(parameter, value);
        return this;
    }

    LauncherDiscoveryRequest request() {
        return request.build();
    }

    /** Every spec must pass. */
    void pass() {
        TestExecutionSummary summary = summary();
        if (summary.getTestsSucceededCount() != count) {
            String first = summary.getFailures().stream()
                    .findFirst()
                    .map(failure -> ", the first failure: " + failure.getException())
                    .orElse("");
            throw new IllegalStateException(
                    summary.getTestsSucceededCount() + " of " + count + " specs passed" + first);
        }
    }

    /** Every spec is read, none is run. */
    void check() {
        long checked = with("packetspec.check", "true").summary().getTestsSkippedCount();
        if (checked != count) {
            throw new IllegalStateException("of " + count + " specs " + checked + " were checked");
        }
    }

    private TestExecutionSummary summary() {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request(), summary);
        return summary.getSummary();
    }

    /** How many pass in a second. */
    double rate() {
        long began = System.nanoTime();
        pass();
        return count * 1e9 / (System.nanoTime() - began);
    }
}
