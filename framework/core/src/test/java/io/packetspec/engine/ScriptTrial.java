package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Tests of packetdrill's scripts. */
abstract class ScriptTrial {
    static final Path SCRIPTS = Path.of("src/test/resources/io/packetspec/engine/pkt");

    Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "/dev/net/tun may not be opened");
        trial = new Trial(folder);
    }

    final EngineExecutionResults script(String name, String text) {
        return Trial.run(selectFile(trial.file(name, text).toString()));
    }

    /** One that is run in one variant only, with this parameter. */
    final EngineExecutionResults script(String text, String parameter, String value) {
        return Trial.kit()
                .selectors(selectFile(trial.file("ipv6.pkt", text).toString()))
                .configurationParameter(parameter, value)
                .execute();
    }

    static List<String> failures(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .map(event -> Trial.throwable(event).getMessage())
                .toList();
    }

    /** Of a script that is run in one variant only. */
    final String failure(String text) {
        return Trial.failure(script("ipv6.pkt", text));
    }

    static void passes(EngineExecutionResults results, long variants) {
        assertThat(failures(results)).isEmpty();
        results.testEvents().assertStatistics(stats -> stats.succeeded(variants));
    }

    /** Outside of /tmp, which a script has for itself. */
    static final class OutsideOfTmp implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
                throws IOException {
            return Files.createTempDirectory(Path.of("/var/tmp"), "packetspec");
        }
    }
}
