package io.packetspec.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Specs written by a test and run by the engine. */
final class Trial {
    private final Path folder;

    Trial(Path folder) {
        this.folder = folder;
    }

    /** Writes a spec file; the text gets the feature line if it has none. */
    Path file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One spec with these steps, in a file of its own; its first step stands in line 5. */
    EngineExecutionResults steps(String steps) {
        return run(selectFile(
                file("trial.spec.yaml", "feature: trial\nspecs:\n  - spec: a trial\n    steps:\n" + steps.indent(6))
                        .toString()));
    }

    /** The same, for steps that hold. */
    void passes(String steps) {
        steps(steps).testEvents().assertStatistics(stats -> stats.started(1).succeeded(1));
    }

    static EngineExecutionResults run(DiscoverySelector... selectors) {
        return kit().selectors(selectors).execute();
    }

    static EngineTestKit.Builder kit() {
        return EngineTestKit.engine(PacketspecEngine.ID)
                .outputDirectoryCreator(new Outputs())
                // Names of temporary folders are not worth keeping.
                .configurationParameter(Configuration.DURATIONS, "");
    }

    /** Every test's artifacts in a folder of their own below target. */
    private static final class Outputs implements OutputDirectoryCreator {
        @Override
        public Path getRootDirectory() {
            return Path.of("target", "trial-outputs");
        }

        @Override
        public Path createOutputDirectory(TestDescriptor test) throws IOException {
            String name = Integer.toHexString(test.getUniqueId().hashCode());
            return Files.createDirectories(getRootDirectory().resolve(name));
        }
    }

    /** The message of the only failure of these steps. */
    String failure(String steps) {
        return failure(steps(steps));
    }

    /** The message of the only failure; a passed run has none, and that is an error of its own. */
    static String failure(EngineExecutionResults results) {
        List<String> messages = results.testEvents().failed().stream()
                .map(event -> throwable(event).getMessage())
                .toList();
        if (messages.size() != 1) {
            throw new AssertionError("expected one failure, got " + messages);
        }
        return messages.get(0);
    }

    static Throwable throwable(Event event) {
        return event.getPayload(TestExecutionResult.class)
                .flatMap(TestExecutionResult::getThrowable)
                .orElseThrow();
    }
}
