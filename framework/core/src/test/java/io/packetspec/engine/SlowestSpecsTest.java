package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says at its end of where its time went. */
final class SlowestSpecsTest {
    private static final String SPECS = """
            feature: slow
            specs:
              - spec: a quick one
                steps: [silence]
              - spec: one that waits for ${time}
                each: [{time: 200ms}, {time: 0.2s}]
                steps:
                  - silence
                  - wait: "${time}"
                  - run: sleep 0.2; echo a text that is longer than anybody wants to read in a summary
              - spec: turns
                steps:
                  - repeat:
                      times: 2
                      steps:
                        - wait: 200ms
                        - eventually:
                            - wait: 300ms
            """;
    private static final String TIME = "\\d+\\.\\d{3} s";
    private Path file;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        file = new Trial(folder).file("slow.spec.yaml", SPECS);
    }

    private String told(String number) {
        return Told.by(() -> Trial.kit()
                        .selectors(selectFile(file.toString()))
                        .configurationParameter(Configuration.SLOWEST, number)
                        .execute())
                .replace(file.getRoot().relativize(file) + ":", "slow:");
    }

    @Test
    void theSlowestAreToldWithWhatTheyWaitedForTheSlowestFirst() {
        String told = told("2");
        assertThat(told.lines().findFirst()).contains("Of 4 specs the slowest, and what they waited for:");
        assertThat(told.lines().skip(1).toList()).hasSize(2);
        assertThat(told.lines().toList().get(1))
                .matches(TIME + "  slow:11 \"turns\"  " + TIME + " in line 18: wait: 300ms; " + TIME
                        + " in line 16: wait: 200ms");
        assertThat(told.lines().toList().get(2))
                .contains("  slow:5 \"one that waits for ", " s in line 9: wait: \"${time}\"")
                .contains(" s in line 10: run: sleep 0.2; echo a text that is longer than anybody wan…");
    }

    @Test
    void aRunOfFewSpecsAndOneThatIsNotAskedSayNothing() {
        assertThat(told("4")).isEmpty();
        assertThat(told("0")).isEmpty();
    }

    @Test
    void theNumberIsANumber() {
        assertThatThrownBy(() -> told("all"))
                .hasStackTraceContaining("packetspec.slowest=all: expected a number, 0 for none");
    }
}
