package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.abi.ControlMessage;
import io.packetspec.abi.Layout;
import io.packetspec.abi.SocketOption;
import io.packetspec.abi.Struct;
import io.packetspec.packet.Dissection;
import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Packet;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Kept;
import io.packetspec.spec.Signature;
import io.packetspec.spec.Signature.Argument;
import io.packetspec.spec.Signatures;
import io.packetspec.spec.yaml.Vocabulary;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documentation tells the truth: its examples run, and its tables name what there is, all of it and nothing else. */
final class LanguageReferenceTest {
    private static final Page PAGE = Page.at("docs/language.md");
    private static final String SYSTEM_CALL = "a system call";

    @TestFactory
    Stream<DynamicTest> everyExampleDoesWhatThePageSays(@TempDir Path folder) {
        return Stream.of("docs/language.md", "README.md").flatMap(path -> examples(path, folder));
    }

    private static Stream<DynamicTest> examples(String path, Path folder) {
        Page page = Page.at(path);
        List<Page.Block> blocks = page.blocks();
        List<DynamicTest> tests = new ArrayList<>();
        String lab = "";
        for (int i = 0; i < blocks.size(); i++) {
            Page.Block block = blocks.get(i);
            if (block.language().equals("yaml")) {
                lab = block.text().startsWith("lab:") ? block.text() : lab;
                String next = i + 1 < blocks.size() ? blocks.get(i + 1).text() : "";
                Example example = new Example(block, lab, next);
                Path own = folder.resolve(page.file().getFileName() + "-" + block.line());
                tests.add(DynamicTest.dynamicTest(
                        path + ":" + block.line(),
                        URI.create(page.file().toUri() + "?line=" + block.line()),
                        () -> example.run(own)));
            }
        }
        return tests.stream();
    }

    @Test
    void verbsHaveTheModifiersOfTheTable() {
        Map<String, List<String>> verbs = new TreeMap<>();
        for (String verb : Vocabulary.verbs()) {
            String name = Signatures.named(verb).isPresent() ? SYSTEM_CALL : verb;
            verbs.put(name, List.copyOf(new TreeSet<>(Vocabulary.modifiers(verb))));
        }
        Map<String, List<String>> told = new TreeMap<>();
        PAGE.table("## Steps").forEach(row -> told.put(name(row), List.copyOf(new TreeSet<>(Page.codes(row.get(2))))));
        assertThat(told).isEqualTo(verbs);
    }

    @Test
    void everyModifierIsExplained() {
        assertThat(names("## Modifiers"))
                .containsExactlyInAnyOrderElementsOf(Vocabulary.verbs().stream()
                        .flatMap(verb -> Vocabulary.modifiers(verb).stream())
                        .collect(Collectors.toSet()));
    }

    private static String name(List<String> row) {
        return Page.codes(row.get(0)).stream().findFirst().orElse(row.get(0));
    }

    private static List<String> names(String heading) {
        return PAGE.table(heading).stream()
                .map(LanguageReferenceTest::name)
                .distinct()
                .toList();
    }

    @Test
    void callsHaveTheArgumentsOfTheTable() {
        assertThat(PAGE.table("## System calls"))
                .extracting(row -> List.of(Page.codes(row.get(0)), Page.codes(row.get(1)), Page.codes(row.get(2))))
                .containsExactlyElementsOf(Signatures.all().stream()
                        .map(call -> List.of(
                                List.of(call.name()),
                                arguments(call, Argument::required),
                                arguments(call, argument -> !argument.required())))
                        .toList());
    }

    private static List<String> arguments(Signature call, Predicate<Argument> which) {
        return call.arguments().stream().filter(which).map(Argument::name).toList();
    }

    @Test
    void everyArgumentIsExplained() {
        assertThat(names("### Arguments"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("payload"),
                                Signatures.all().stream()
                                        .flatMap(call -> call.arguments().stream())
                                        .map(Argument::name))
                        .collect(Collectors.toSet()));
    }

    @Test
    void callsKeepWhatTheTableSays() {
        PAGE.table("## System calls").forEach(row -> {
            Signature call = Signatures.named(name(row)).orElseThrow();
            Kept kept = Kept.by(call, true);
            List<String> parts = new ArrayList<>(kept.parts());
            kept.structs().keySet().stream().sorted().forEach(struct -> parts.add(struct + ".field"));
            parts.addAll(kept.layers() ? List.of("layer.field") : List.of());
            assertThat(Page.codes(row.get(3))).as(call.name()).containsExactlyElementsOf(parts);
        });
    }

    @Test
    void addressesHaveTheFieldsOfTheirTable() {
        assertThat(PAGE.table("### Socket addresses"))
                .extracting(row -> Page.codes(row.get(1)))
                .containsExactly(fields("sockaddr_in"), fields("sockaddr_in6"), fields("sockaddr_ll"));
    }

    private static List<String> fields(String struct) {
        return Struct.of(struct).fields();
    }

    @Test
    void optionsHaveTheFieldsOfTheirTable() {
        Map<String, List<String>> told = new TreeMap<>();
        PAGE.table("### Options with fields")
                .forEach(row -> Page.codes(row.get(0)).forEach(name -> told.put(name, Page.codes(row.get(1)))));
        Map<String, List<String>> options = new TreeMap<>();
        SocketOption.names().stream()
                .filter(name -> !name.equals("TCP_INFO"))
                .forEach(name -> fields(SocketOption.named(name).orElseThrow().layout())
                        .ifPresent(fields -> options.put(name, fields)));
        assertThat(told).isEqualTo(options);
    }

    private static Optional<List<String>> fields(Layout layout) {
        return layout instanceof Struct struct ? Optional.of(struct.fields()) : Optional.empty();
    }

    @Test
    void controlMessagesAreThoseOfTheirTable() {
        assertThat(PAGE.table("### Control messages"))
                .extracting(row -> name(row) + " " + Page.codes(row.get(1)))
                .containsExactlyElementsOf(ControlMessage.names().stream()
                        .map(name -> name + " "
                                + fields(ControlMessage.named(name)
                                                .orElseThrow()
                                                .layout())
                                        .orElse(List.of()))
                        .toList());
    }

    @Test
    void everyLayerHasASection() {
        assertThat(names("## Layers")).containsExactlyElementsOf(Vocabulary.layers());
    }

    static Stream<Header> headers() {
        return Headers.all().stream().filter(header -> header != Header.PAYLOAD && header != Header.RAW);
    }

    @ParameterizedTest
    @MethodSource("headers")
    void layersHaveTheFieldsOfTheirTable(Header header) {
        List<List<String>> rows = PAGE.table("### `" + header + "`");
        assertThat(rows)
                .extracting(row -> name(row) + " " + row.get(1))
                .containsExactlyElementsOf(header.fields().stream()
                        .map(field -> field + " " + (field.bits() == 0 ? "rest" : field.bits()))
                        .toList());
        Layer empty = empty(header);
        for (List<String> row : rows) {
            Field field = header.field(name(row)).orElseThrow();
            Page.codes(row.get(2))
                    .forEach(code -> assertThat(code).as(name(row)).isEqualTo(value(empty, field)));
            assertThat(Page.codes(row.get(3))).as(name(row)).containsExactlyElementsOf(words(field));
        }
    }

    /** What is encoded where nothing is set. */
    private static Layer empty(Header header) {
        return Dissection.of(header, new Packet(List.of(Layer.of(header))).encode())
                .parts()
                .get(0)
                .layer();
    }

    private static String value(Layer layer, Field field) {
        return layer.value(field).map(field::print).orElse("none");
    }

    /** The words that stand for values of the field, as its own complaint lists them. */
    private static List<String> words(Field field) {
        if (field.kind() != Field.Kind.UINT && field.kind() != Field.Kind.FLAGS) {
            return List.of();
        }
        try {
            field.parse("?");
        } catch (IllegalArgumentException e) {
            String list = e.getMessage()
                    .replaceFirst(".*(there are | or one of )", "\0")
                    .replaceFirst(", or a number$", "");
            return list.startsWith("\0") ? Arrays.asList(list.substring(1).split(", ")) : List.of();
        }
        throw new AssertionError("? is a value of " + field);
    }

    @ParameterizedTest
    @MethodSource("headers")
    void optionsAreThoseOfTheirTable(Header header) {
        for (Field field : header.fields()) {
            if (field.kind() == Field.Kind.OPTIONS) {
                assertThat(PAGE.table(heading(header, field)))
                        .extracting(row -> name(row) + " " + Page.codes(row.get(1)))
                        .containsExactlyElementsOf(field.formats().values().stream()
                                .map(format -> format + " " + format.fields())
                                .toList());
            }
        }
    }

    private static String heading(Header header, Field field) {
        return (field.name().equals("options") ? "#### Options" : "#### `" + field + "`") + " of `" + header + "`";
    }

    @Test
    void filesSpecsAndLabsHaveTheKeysOfTheirTables() {
        String spec = "feature: f\nspecs:\n  - {spec: s, steps: [silence]";
        assertKeys("## Files", "zzzzzzzz: 1\n");
        assertKeys("## Specs", spec + ", zzzzzzzz: 1}\n");
        assertKeys("## Requirements", spec + ", requires: {zzzzzzzz: 1}}\n");
        assertKeys("## Known failures", spec + ", fails-on: {zzzzzzzz: 1}}\n");
        assertKeys(
                "### Fragments",
                "feature: f\nspecs:\n  - {spec: s, steps: [{inject: [udp], fragment: {zzzzzzzz: 1}}]}\n");
        assertKeys("### Flow", spec + ", flows: {c: {zzzzzzzz: 1}}}\n");
        assertKeys("### handshake", "feature: f\nspecs:\n  - {spec: s, steps: [handshake: {zzzzzzzz: 1}]}\n");
        assertKeys("### Lab", spec + ", lab: {zzzzzzzz: 1}}\n");
        assertKeys("### Hosts", spec + ", lab: {hosts: {a: {zzzzzzzz: 1}}}}\n");
        assertKeys("### Interfaces", spec + ", lab: {hosts: {a: {interfaces: {eth0: {zzzzzzzz: 1}}}}}}\n");
    }

    private static void assertKeys(String heading, String text) {
        Collection<String> keys = Vocabulary.keys(text);
        assertThat(names(heading)).as(heading).containsExactlyInAnyOrderElementsOf(keys);
    }
}
