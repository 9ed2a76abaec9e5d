package io.packetspec.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.spec.SpecFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule of the language, broken: the problems of each file of problems.txt, word by word. */
class ProblemCorpusTest {
    @TestFactory
    Stream<DynamicTest> everyProblemIsToldAtItsPlace() {
        return Corpus.cases().map(broken -> DynamicTest.dynamicTest(broken.name(), () -> check(broken)));
    }

    private static void check(Corpus broken) {
        SpecFile file = Reading.file(broken.file());
        String problems = file.problems().stream()
                .map(p -> p.at().line() + ":" + p.at().column() + ": " + p.message() + "\n")
                .collect(Collectors.joining());
        assertThat(problems).isEqualTo(broken.problems());
        assertThat(file.specs()).as("specs of a broken file").isEmpty();
    }
}
