package io.packetspec.spec.packetdrill;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.spec.At;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tree prints is read to an equal tree. */
class RoundTripTest {
    private static final int SCRIPTS = 1000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatATreePrintsIsReadToAnEqualTree(long seed) {
        RandomScripts scripts = new RandomScripts(seed);
        for (int i = 0; i < SCRIPTS; i++) {
            check(scripts.script());
        }
    }

    static void check(Script script) {
        String text = script.toString();
        ScriptFile file = Reading.file(text, Map.of());
        assertThat(file.problems()).as(text).isEmpty();
        assertThat(file.script().orElseThrow())
                .as(text)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(At.class)
                .isEqualTo(script);
    }
}
