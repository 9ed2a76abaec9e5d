package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Every way to select specs, and what a build tool sees of them. */
final class DiscoveryTest {
    private static final String THREE = """
            feature: Three things
            tags: [all]
            specs:
              - spec: the first
                tags: [quick]
                steps: [silence]
              - spec: the ${nth}
                each: [{nth: second}, {nth: third}]
                family: [ipv4, ipv6]
                steps:
                  - silence
            """;
    private Trial trial;
    private Path folder;
    private Path three;

    @BeforeEach
    void prepare(@TempDir Path temporary) {
        folder = temporary;
        trial = new Trial(folder);
        three = trial.file("deep/three.spec.yaml", THREE);
    }

    @Test
    void aDirectoryHoldsAllItsFiles() {
        trial.file("two/more.spec.yaml", "feature: more\nspecs:\n  - spec: one more\n    steps: [silence]\n");
        trial.file("two/not-one.yaml", "no spec at all");
        assertThat(names(selectDirectory(folder.toString())))
                .containsExactlyInAnyOrder(
                        "the first",
                        "the second (ipv4)",
                        "the second (ipv6)",
                        "the third (ipv4)",
                        "the third (ipv6)",
                        "one more");
    }

    @Test
    void aFileHoldsAllItsSpecs() {
        assertThat(names(selectFile(three.toString()))).hasSize(5);
    }

    @Test
    void aLineIsTheSpecAroundIt() {
        assertThat(names(selectFile(three.toString(), FilePosition.from(6)))).containsExactly("the first");
        assertThat(names(selectFile(three.toString(), FilePosition.from(11)))).hasSize(4);
    }

    @Test
    void aClassPathResourceIsAFileToo() {
        assertThat(names(selectClasspathResource("discovery/found.spec.yaml"))).containsExactly("it is found");
    }

    @Test
    void aClassPathRootAndAPackageHoldTheirFiles() {
        Path root = Path.of("target", "test-classes");
        List<DiscoverySelector> roots = List.copyOf(selectClasspathRoots(Set.of(root)));
        assertThat(names(roots.toArray(DiscoverySelector[]::new))).contains("it is found");
        assertThat(names(selectPackage("discovery"))).containsExactly("it is found");
    }

    @Specs("discovery")
    static final class Entry {}

    @Specs("no-such-folder")
    static final class EmptyEntry {}

    @Test
    void anAnnotatedClassIsAnEntry() {
        assertThat(names(selectClass(Entry.class))).containsExactly("Discovery: it is found");
        assertThat(names(selectClass(DiscoveryTest.class))).isEmpty();
    }

    @Test
    void anEntryWithoutSpecsFails() {
        EngineExecutionResults results = Trial.run(selectClass(EmptyEntry.class));
        assertThat(Trial.failure(results))
                .contains("finds no spec file (*.spec.yaml) in \"no-such-folder\" on the class path");
    }

    @Test
    void everyUniqueIdLeadsBackToItsSpec() {
        List<TestDescriptor> all = tests(selectFile(three.toString()));
        assertThat(all).hasSize(5);
        for (TestDescriptor test : all) {
            UniqueId id = test.getUniqueId();
            assertThat(tests(selectUniqueId(id)))
                    .extracting(TestDescriptor::getUniqueId)
                    .containsExactly(id);
        }
        UniqueId entry = tests(selectClass(Entry.class)).get(0).getUniqueId();
        assertThat(tests(selectUniqueId(entry)))
                .extracting(TestDescriptor::getUniqueId)
                .containsExactly(entry);
    }

    @Test
    void idsNameTheFileAndTheSpecAndNoLine() {
        UniqueId id = tests(selectClasspathResource("discovery/found.spec.yaml"))
                .get(0)
                .getUniqueId();
        assertThat(id).hasToString("[engine:packetspec]/[spec-file:discovery%2Ffound.spec.yaml]/[spec:it is found]");
        assertThat(tests(selectFile(three.toString())).get(1).getUniqueId().toString())
                .endsWith("/[spec:the ${nth}]/[variant:ipv4,nth=second]");
    }

    @Test
    void aSpecsSourceIsItsFileLineAndColumn() {
        FileSource source = (FileSource)
                tests(selectFile(three.toString())).get(0).getSource().orElseThrow();
        assertThat(source.getFile()).isEqualTo(three.toFile());
        assertThat(source.getPosition().orElseThrow().getLine()).isEqualTo(4);
    }

    @Test
    void tagsAreThoseOfFileAndSpec() {
        EngineExecutionResults quick = Trial.kit()
                .selectors(selectFile(three.toString()))
                .filters(TagFilter.includeTags("quick"))
                .execute();
        quick.testEvents().assertStatistics(stats -> stats.succeeded(1));
    }

    @Test
    void theParameterSelectsByPathByLineAndByName() {
        assertThat(filtered("deep/three.spec.yaml")).hasSize(5);
        assertThat(filtered("three.spec.yaml:5")).containsExactly("the first");
        assertThat(filtered("THIRD")).containsExactlyInAnyOrder("the third (ipv4)", "the third (ipv6)");
    }

    @Test
    void aParameterThatSelectsNothingFails() {
        EngineExecutionResults results = Trial.kit()
                .configurationParameter(Configuration.SPEC, "the fourth")
                .selectors(selectFile(three.toString()))
                .execute();
        assertThat(Trial.failure(results)).contains("packetspec.spec=the fourth selects none of the 5 specs");
    }

    @Test
    void aBrokenFileIsOneFailingTestAndStopsNoOther() {
        trial.file(
                "broken.spec.yaml",
                "feature: broken\nspecs:\n  - spec: one\n    steps:\n      - injct: [tcp: {}]\n      - silense\n");
        EngineExecutionResults results = Trial.run(selectDirectory(folder.toString()));
        results.testEvents().assertStatistics(stats -> stats.succeeded(5).failed(1));
        assertThat(Trial.failure(results))
                .contains("broken.spec.yaml:5:9: ", "did you mean", "inject")
                .contains("broken.spec.yaml:6:9: ", "silence");
    }

    @Test
    void aFileThatIsNoYamlOrSaysNothingIsOneFailingTestToo() {
        trial.file("syntax.spec.yaml", "feature: x\nspecs: [\n");
        trial.file("empty.spec.yaml", "");
        EngineExecutionResults results = Trial.run(selectDirectory(folder.toString()));
        results.testEvents().assertStatistics(stats -> stats.succeeded(5).failed(2));
    }

    private static List<String> names(DiscoverySelector... selectors) {
        return tests(selectors).stream().map(TestDescriptor::getDisplayName).toList();
    }

    private List<String> filtered(String spec) {
        EngineDiscoveryResults results = Trial.kit()
                .configurationParameter(Configuration.SPEC, spec)
                .selectors(selectDirectory(folder.toString()))
                .discover();
        return Selection.tests(results.getEngineDescriptor()).stream()
                .map(TestDescriptor::getDisplayName)
                .toList();
    }

    private static List<TestDescriptor> tests(DiscoverySelector... selectors) {
        EngineDiscoveryResults results = Trial.kit().selectors(selectors).discover();
        assertThat(results.getDiscoveryIssues()).isEmpty();
        return Selection.tests(results.getEngineDescriptor());
    }
}
