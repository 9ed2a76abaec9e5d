package io.packetspec.benchmarks;

import java.nio.file.Path;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** All specs of a file through the engine, discovery included. */
record EngineRun(Path specs, int count, int parallelism) implements SpecsPerSecond.Contestant {
    @Override
    public String name() {
        return "engine, " + parallelism + " at once";
    }

    @Override
    public void run() {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectFile(specs.toString()))
                .configurationParameter("packetspec.parallelism", Integer.toString(parallelism))
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, summary);
        if (summary.getSummary().getTestsSucceededCount() != count) {
            throw new IllegalStateException(
                    summary.getSummary().getTestsSucceededCount() + " of " + count + " specs passed");
        }
    }
}
