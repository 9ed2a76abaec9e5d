package io.packetspec.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.spec.SpecFile;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzTest {
    private static final List<String> SCRAPS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            "- ",
            "\n",
            "  ",
            "\t",
            "\"",
            "'",
            "${",
            "${x}",
            "}",
            "#",
            "&a ",
            "*a",
            "|",
            "any",
            "-1",
            "99999999999999999999",
            "",
            "é",
            "~",
            "!x ",
            "%",
            "{not: ",
            "peer",
            "...",
            "---\n",
            "? ",
            "\u0001",
            "\ud83d\ude00");

    @ParameterizedTest
    @ValueSource(strings = {"hdrincl", "rst", "router", "seed"})
    void whateverAFileSaysItIsReadOrHasProblemsAtPlacesThatItHas(String name) {
        String text = Reading.resource(name + ".spec.yaml");
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 200; i++) {
            String broken = broken(text, random);
            SpecFile file = Reading.file(broken);
            assertThat(file.specs().isEmpty())
                    .as(broken)
                    .isEqualTo(!file.problems().isEmpty());
            long lines = broken.lines().count() + 1;
            assertThat(file.problems()).as(broken).allSatisfy(p -> {
                assertThat((long) p.at().line()).isBetween(1L, lines);
                assertThat(p.at().column()).isPositive();
                assertThat(p.message()).isNotBlank().doesNotContain("\n", "null", "Exception");
            });
        }
    }

    private static String broken(String text, Random random) {
        StringBuilder broken = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int from = random.nextInt(broken.length());
            int to = Math.min(broken.length(), from + random.nextInt(12));
            broken.replace(from, random.nextBoolean() ? from : to, SCRAPS.get(random.nextInt(SCRAPS.size())));
        }
        return broken.toString();
    }
}
