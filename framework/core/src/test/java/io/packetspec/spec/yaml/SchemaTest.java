package io.packetspec.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schema that editors get says what the reader says, as far as a schema can. */
final class SchemaTest {
    private static final Path ROOT = root();

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/language.md"))) {
            folder = Optional.ofNullable(folder.getParent()).orElseThrow();
        }
        return folder;
    }

    @Test
    void theSchemaInDocsIsTheOneThatIsGenerated() throws IOException {
        assertThat(Schema.text().equals(Files.readString(ROOT.resolve("docs/packetspec.schema.json"))))
                .as("docs/packetspec.schema.json is that of the code; to renew it: mvn -q process-classes -pl"
                        + " framework/core && cp framework/core/target/classes/io/packetspec/packetspec.schema.json"
                        + " docs/")
                .isTrue();
    }

    @Test
    void itIsAValidSchemaAndSaysWhatAValueMeans() {
        assertThat(SchemaCheck.errorsOfSchema()).isEmpty();
        assertThat(Schema.text())
                .contains("\"description\": \"the call must fail, with this errno\"")
                .contains("\"description\": \"room in the buffer in octets, 65535 if left out\"");
    }

    @Test
    void aKeyThatTheReaderDoesNotKnowIsUnknownToTheSchema() {
        String spec = "feature: f\nspecs: [{spec: s, steps: [silence]%s}]\n";
        assertThat(SchemaCheck.errors(spec.formatted(""))).isEmpty();
        assertThat(SchemaCheck.errors(spec.formatted(", zzzzzzzz: 1"))).isNotEmpty();
    }

    @Test
    void expressionsStandWhereverValuesStand() {
        assertThat(SchemaCheck.errors("""
                        feature: f
                        specs:
                          - spec: s ${a}
                            each: [{a: 1, fields: {ttl: 9}}]
                            steps:
                              - inject: [ip: "${fields}", tcp: {dport: "${a}", options: [mss: "${a}"]}]
                              - expect: "${packet}"
                                within: ${time}
                                count: ${a}
                              - socket: {type: "${type}"}
                              - counters: {TcpInSegs: "${a}"}
                        """)).isEmpty();
    }

    @Test
    void theArtifactHoldsIt() throws IOException {
        try (InputStream schema = Schema.class.getResourceAsStream("/io/packetspec/packetspec.schema.json")) {
            assertThat(schema).isNotNull();
            assertThat(new String(schema.readAllBytes(), StandardCharsets.UTF_8).equals(Schema.text()))
                    .as("the resource is what the code generates")
                    .isTrue();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyShippedSpecIsValid() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(ROOT.resolve("specs/src/test/resources"))) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".spec.yaml"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream().map(file -> DynamicTest.dynamicTest(file.getFileName() + "", () -> valid(file)));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleFileIsValid() {
        return Stream.of("hdrincl", "rst", "router", "seed")
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertThat(SchemaCheck.errors(Reading.resource(name + ".spec.yaml")))
                                .isEmpty()));
    }

    @Test
    void theExampleOfTheReadmeIsValid() throws IOException {
        String[] blocks = Files.readString(ROOT.resolve("README.md")).split("(?m)^```yaml\n");
        assertThat(blocks).hasSizeGreaterThan(1);
        assertThat(Stream.of(blocks).skip(1).map(block -> block.split("(?m)^```")[0]))
                .allSatisfy(file -> assertThat(SchemaCheck.errors(file)).isEmpty());
    }

    private static void valid(Path file) {
        try {
            assertThat(SchemaCheck.errors(Files.readString(file))).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatTheReaderRefusesTheSchemaRefusesIfItCan() {
        return Corpus.cases().map(broken -> DynamicTest.dynamicTest(broken.name(), () -> sameVerdict(broken)));
    }

    private static void sameVerdict(Corpus broken) {
        if (SchemaCheck.tree(broken.file()).isEmpty()) {
            assertThat(broken.beyondSchema()).as("no sound YAML: no mark").isEmpty();
        } else if (broken.beyondSchema().isEmpty()) {
            assertThat(SchemaCheck.errors(broken.file()))
                    .as("the schema's errors; if no schema can tell: # beyond the schema: why")
                    .isNotEmpty();
        } else {
            assertThat(SchemaCheck.errors(broken.file()))
                    .as("the schema's errors of what is beyond it")
                    .isEmpty();
        }
    }
}
