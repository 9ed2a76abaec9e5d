package io.packetspec.spec.packetdrill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Scripts that are wrong: their problems, word by word and at their places. */
class ProblemCorpusTest {
    private static final String PROBLEMS = "---->\n";

    @TestFactory
    Stream<DynamicTest> everyProblemIsToldAtItsPlace() {
        return Arrays.stream(Reading.resource("problems.txt").split("(?m)^=== "))
                .filter(part -> !part.isBlank())
                .map(part -> DynamicTest.dynamicTest(part.lines().findFirst().orElseThrow(), () -> check(part)));
    }

    private static void check(String part) {
        String body = part.substring(part.indexOf('\n') + 1);
        int split = body.indexOf(PROBLEMS);
        ScriptFile file = Reading.file(body.substring(0, split), Map.of());
        String problems = file.problems().stream()
                .map(p -> p.at().line() + ":" + p.at().column() + ": " + p.message() + "\n")
                .collect(Collectors.joining());
        assertThat(problems).isEqualTo(body.substring(split + PROBLEMS.length()));
        assertThat(file.script()).as("the tree of a broken script").isEmpty();
    }
}
