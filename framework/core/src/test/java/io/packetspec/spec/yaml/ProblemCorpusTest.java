package io.packetspec.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.spec.SpecFile;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule of the language, broken: the problems of each file of problems.txt, word by word. */
class ProblemCorpusTest {
    private static final String FILE = "=== ";
    private static final String PROBLEMS = "---->\n";

    @TestFactory
    Stream<DynamicTest> everyProblemIsToldAtItsPlace() {
        String corpus = Reading.resource("problems.txt");
        return Arrays.stream(corpus.split("(?m)^" + FILE))
                .filter(part -> !part.isBlank())
                .map(part -> DynamicTest.dynamicTest(part.lines().findFirst().orElseThrow(), () -> check(part)));
    }

    private static void check(String part) {
        String body = part.substring(part.indexOf('\n') + 1);
        int split = body.indexOf(PROBLEMS);
        SpecFile file = Reading.file(body.substring(0, split).replace("<TAB>", "\t"));
        String problems = file.problems().stream()
                .map(p -> p.at().line() + ":" + p.at().column() + ": " + p.message() + "\n")
                .collect(Collectors.joining());
        assertThat(problems).isEqualTo(body.substring(split + PROBLEMS.length()));
        assertThat(file.specs()).as("specs of a broken file").isEmpty();
    }
}
