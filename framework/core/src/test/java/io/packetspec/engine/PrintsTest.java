package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands and files must say, and that the empty text is not in every text. */
final class PrintsTest {
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    @Test
    void theEmptyTextStandsForNoOutput() {
        trial.passes("""
                - run: "true"
                  prints: ""
                - run: echo one
                  prints: {not: ""}
                - run: echo
                  prints: {not: ""}
                - cat: /dev/null
                  prints: ""
                - cat: /proc/net/raw
                  prints: {not: ""}
                - repeat:
                    times: 2
                    as: i
                    steps:
                      - run: "seq ${i}"
                        prints: "${i == 0 ? '' : '1'}"
                """);
    }

    @Test
    void whatIsThereAllTheSameIsShown() {
        assertThat(failure("- run: echo one\n  prints: \"\"\n"))
                .contains("5:9: expected nothing\n  standard output:\n    one\n");
        assertThat(failure("- run: echo\n  prints: \"\"\n"))
                .contains("5:9: expected nothing\n  standard output has only blanks\n");
        assertThat(failure("- cat: /proc/sys/net/ipv4/ip_default_ttl\n  prints: \"\"\n"))
                .contains("5:9: expected nothing\n  /proc/sys/net/ipv4/ip_default_ttl says:\n    64\n");
        assertThat(failure("- run: \"true\"\n  prints: {not: \"\"}\n")).contains("5:9: expected some text\n");
        assertThat(failure("- cat: /dev/null\n  prints: {not: \"\"}\n"))
                .contains("5:9: expected some text\n  /dev/null is empty\n");
    }

    private String failure(String steps) {
        return trial.failure(steps);
    }
}
