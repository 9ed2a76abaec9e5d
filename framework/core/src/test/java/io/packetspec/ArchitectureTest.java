package io.packetspec;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the packages against docs/architecture.md: arrows one way only, sole users of libraries, no cycles. */
final class ArchitectureTest {
    private static final String ROOT = "io.packetspec.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.packetspec");

    static Stream<Arguments> arrows() {
        return Stream.of(
                arrow("abi"),
                arrow("packet"),
                arrow("packet.header", "packet"),
                arrow("spec", "packet", "packet.header", "abi"),
                arrow("spec.mutation", "spec", "packet", "abi"),
                arrow("spec.packetdrill", "spec", "packet", "abi"),
                arrow("spec.packetdrill.translation", "spec.packetdrill", "spec", "packet", "packet.header", "abi"),
                arrow("spec.yaml", "spec", "packet", "packet.header", "abi"),
                arrow("linux", "abi"),
                arrow("linux.netlink", "linux", "abi"),
                arrow("linux.tracepoint"),
                arrow("lab", "linux.netlink", "linux.tracepoint", "linux", "abi"),
                arrow("fate", "lab", "linux", "linux.tracepoint"),
                arrow("trace", "packet", "packet.header", "spec"),
                arrow("trace.pcapng", "trace", "packet"),
                arrow("run.report", "spec", "trace"),
                arrow("run.expression", "spec", "packet"),
                arrow("run.time", "linux", "trace"),
                arrow("run.memory", "linux", "spec", "packet", "abi"),
                arrow("run.flow", "spec", "packet", "packet.header"),
                arrow("run.frame", "run.flow", "lab", "trace", "spec", "packet", "packet.header"),
                arrow(
                        "run.call",
                        "run.frame",
                        "run.memory",
                        "run.time",
                        "run.report",
                        "linux",
                        "trace",
                        "spec",
                        "packet",
                        "abi"),
                arrow("run.plan", "lab", "linux.netlink", "spec", "packet"),
                arrow(
                        "run",
                        "run.call",
                        "run.frame",
                        "run.flow",
                        "run.memory",
                        "run.time",
                        "run.expression",
                        "run.report",
                        "run.plan",
                        "fate",
                        "lab",
                        "linux.netlink",
                        "linux",
                        "trace",
                        "spec",
                        "packet",
                        "packet.header",
                        "abi"),
                arrow(
                        "engine",
                        "run",
                        "run.expression",
                        "run.report",
                        "spec",
                        "spec.mutation",
                        "spec.yaml",
                        "spec.packetdrill.translation",
                        "trace",
                        "trace.pcapng",
                        "linux"));
    }

    private static Arguments arrow(String from, String... to) {
        return Arguments.of(from, List.of(to));
    }

    @ParameterizedTest(name = "{0} depends on {1} only")
    @MethodSource("arrows")
    void dependsOnlyOn(String from, List<String> to) {
        String[] allowed = Stream.concat(Stream.of(from), to.stream())
                .map(name -> ROOT + name)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + from)
                .should()
                .dependOnClassesThat(oursOutside(allowed))
                .because("packages have arrows one way only, so that each can be understood without those that use it")
                .check(CLASSES);
    }

    @Test
    void everyPackageHasItsArrows() {
        List<String> named =
                arrows().map(arguments -> ROOT + arguments.get()[0]).toList();
        Assertions.assertThat(packages().map(JavaPackage::getName)).containsExactlyInAnyOrderElementsOf(named);
    }

    private static DescribedPredicate<JavaClass> oursOutside(String... allowed) {
        return resideInAnyPackage("io.packetspec..").and(DescribedPredicate.not(resideInAnyPackage(allowed)));
    }

    @Test
    void onlyOnePlaceMayCrashTheJvm() {
        soleUser("linux", "only one place may crash the JVM", "jnr..").check(CLASSES);
    }

    @Test
    void onlyOneReaderKnowsYaml() {
        soleUser("spec.yaml", "the model belongs to no notation", "org.snakeyaml..")
                .check(CLASSES);
    }

    @Test
    void onlyOnePlaceKnowsTheExpressionLibrary() {
        soleUser("run.expression", "what an expression may do is decided in one place", "org.apache..")
                .check(CLASSES);
    }

    @Test
    void onlyTheRunKnowsTheWaitingLibrary() {
        soleUser("run", "time is passed in one place", "org.awaitility..").check(CLASSES);
    }

    @Test
    void onlyTheEngineKnowsJunit() {
        soleUser("engine", "specs can be run by something else some day", "org.junit..", "org.opentest4j..")
                .check(CLASSES);
    }

    private static ArchRule soleUser(String user, String because, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + user)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .because(because);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.packetspec.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingStartsAProcessTheJavaWay() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Process.class, ProcessBuilder.class)
                .because("its reaper threads would inherit a lab's namespace and pin it")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(NullMarked.class)
                .because("a null that nobody announced is a verdict that nobody can trust")
                .check(CLASSES);
        Assertions.assertThat(packages().filter(p -> !p.isAnnotatedWith(NullMarked.class)))
                .isEmpty();
    }

    @Test
    void namesSayTheRole() {
        String[] vague = {"Manager", "Helper", "Util", "Utils", "Impl", "Data"};
        Arrays.stream(vague)
                .forEach(name -> noClasses()
                        .should()
                        .haveSimpleNameEndingWith(name)
                        .because("a name says the role")
                        .check(CLASSES));
    }

    private static Stream<JavaPackage> packages() {
        return CLASSES.getDefaultPackage().getSubpackagesInTree().stream()
                .filter(p -> p.getName().startsWith("io.packetspec"))
                .filter(p ->
                        p.getClasses().stream().anyMatch(c -> !c.getSimpleName().equals("package-info")));
    }
}
