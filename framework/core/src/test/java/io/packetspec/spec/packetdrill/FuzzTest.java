package io.packetspec.spec.packetdrill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzTest {
    private static final List<String> SCRAPS = List.of(
            "",
            "\"",
            "`",
            "%{",
            "}%",
            "/*",
            "//",
            "#",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "<",
            ">",
            ",",
            ":",
            "=",
            "|",
            "...",
            "-",
            "+",
            "~",
            "*",
            ".",
            "0x",
            "99999999999999999999",
            "-1",
            "\n",
            "\\",
            "\u00e9",
            "\ud83d\ude00",
            "ipv6 ",
            "gre ",
            "icmp ",
            "--mss=",
            "--define=X=",
            "ECN ",
            "1e9",
            "::");

    @ParameterizedTest
    @ValueSource(strings = {"server", "packets", "calls"})
    void whateverAScriptSaysItIsReadOrHasProblemsAtPlacesThatItHas(String name) {
        String sound = Reading.resource(name + ".pkt");
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            check(damaged(sound, random));
        }
    }

    private static String damaged(String sound, Random random) {
        int from = random.nextInt(sound.length());
        int to = Math.min(sound.length(), from + random.nextInt(4));
        return sound.substring(0, from) + SCRAPS.get(random.nextInt(SCRAPS.size())) + sound.substring(to);
    }

    private static void check(String text) {
        ScriptFile file = Reading.file(text, Map.of());
        assertThat(file.script().isPresent()).as(text).isEqualTo(file.problems().isEmpty());
        List<String> lines = List.of(text.split("\n", -1));
        file.problems().forEach(problem -> {
            assertThat(problem.at().line()).as(text).isBetween(1, lines.size());
            assertThat(problem.at().column())
                    .as(text)
                    .isBetween(1, lines.get(problem.at().line() - 1).length() + 1);
        });
        file.script().ifPresent(script -> RoundTripTest.check(script));
    }
}
