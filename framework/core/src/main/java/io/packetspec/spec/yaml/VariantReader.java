package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.Expressions;
import io.packetspec.spec.Family;
import io.packetspec.spec.Requirement;
import io.packetspec.spec.Step;
import io.packetspec.spec.Topology;
import io.packetspec.spec.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a spec once for every family and row of {@code each}. */
final class VariantReader {
    static final Shape FAMILIES = Shape.anyOf(
            Shape.words(labels()), Shape.listOf(Shape.words(labels()), 0).and("uniqueItems", true));
    private static final Scalar<Family> FAMILY = Scalar.of("ipv4 or ipv6", VariantReader::family);
    private final Expressions expressions;
    private final Problems problems;
    private final Mapping spec;
    private final ForAll file;

    VariantReader(Expressions expressions, Problems problems, Mapping spec, ForAll file) {
        this.expressions = expressions;
        this.problems = problems;
        this.spec = spec;
        this.file = file;
    }

    List<Variant> read() {
        List<Family> families = families();
        Rows rows = Rows.read(spec, expressions, problems);
        List<Titled> variants = new ArrayList<>();
        for (Family family : families) {
            for (Rows.Row row : rows.rows()) {
                if (!variants.isEmpty()) {
                    problems.readAgain();
                }
                String label = label(families.size() > 1 ? family.label() : "", row.label());
                variants.add(variant(family, families.size() > 1, row, label));
            }
        }
        return Titled.distinct(variants);
    }

    private static String label(String family, String row) {
        return family.isEmpty() || row.isEmpty() ? family + row : family + "," + row;
    }

    private List<Family> families() {
        Optional<Cursor> written = spec.get("family");
        if (written.isEmpty()) {
            return List.of(Family.IPV4);
        }
        List<Family> families = written.get().oneOrMore().stream()
                .flatMap(c -> c.literal(FAMILY).stream())
                .toList();
        if (families.stream().distinct().count() < families.size()) {
            written.get().problem("a family stands here twice");
        }
        return families.isEmpty()
                ? List.of(Family.IPV4)
                : families.stream().distinct().toList();
    }

    private Titled variant(Family family, boolean several, Rows.Row row, String label) {
        Scope outer = new Scope(expressions, problems, family, Scope.NO_LAB, !row.incomplete());
        row.parameters().forEach(outer.names()::addParameter);
        int before = problems.count();
        Topology topology = spec.raw("lab")
                .or(file::lab)
                .map(tree -> LabReader.read(outer.cursor(tree)))
                .orElseGet(() -> LabReader.standard(spec.at()));
        boolean sound = before == problems.count() && !row.incomplete();
        Scope scope = new Scope(expressions, problems, family, topology, sound);
        addParameters(row, scope);
        Mapping inner = spec.in(scope);
        String title = inner.get("spec").flatMap(c -> c.literal(Scalars.TEXT)).orElse("");
        inner.get("flows").or(() -> file.flows().map(scope::cursor)).ifPresent(FlowReader::read);
        List<Step> steps = steps(inner, scope);
        Variant variant = new Variant(
                label,
                title,
                family,
                plain(row),
                topology,
                requirements(inner, scope, steps),
                inner.get("fails-on").flatMap(KnownFailureReader::read).orElse(null),
                List.copyOf(scope.flows().values()),
                AllowReader.read(inner.get("allow")),
                steps);
        return new Titled(variant, several ? title + " (" + family.label() + ")" : title);
    }

    private void addParameters(Rows.Row row, Scope scope) {
        row.parameters().forEach((name, value) -> {
            if (scope.lab().hosts().containsKey(name) || scope.lab().wires().containsKey(name)) {
                At at = row.places().getOrDefault(name, value.at());
                problems.add(at, "the name \"" + name + "\" is taken, by a host or wire");
            }
            scope.names().addParameter(name, value);
        });
    }

    private static Map<String, Object> plain(Rows.Row row) {
        Map<String, Object> plain = new LinkedHashMap<>();
        row.parameters().forEach((name, value) -> plain.put(name, Plain.of(value)));
        return plain;
    }

    private List<Requirement> requirements(Mapping inner, Scope scope, List<Step> steps) {
        List<Requirement> all = new ArrayList<>();
        Stream.of(file.requires().map(scope::cursor), inner.get("requires"))
                .flatMap(Optional::stream)
                .forEach(written -> all.addAll(RequirementReader.read(written)));
        all.addAll(Implied.by(scope.lab(), steps));
        return all;
    }

    private List<Step> steps(Mapping inner, Scope scope) {
        List<Step> steps = new ArrayList<>();
        file.before().map(scope::cursor).ifPresent(before -> steps.addAll(StepReader.steps(before)));
        inner.get("steps").ifPresent(own -> steps.addAll(StepReader.steps(own)));
        scope.background()
                .forEach((name, call) -> scope.problem(
                        call.at(), "nothing awaits this call: its outcome needs a step \"await: " + name + "\""));
        return steps;
    }

    private static Family family(String text) {
        for (Family family : Family.values()) {
            if (family.label().equals(text)) {
                return family;
            }
        }
        throw new IllegalArgumentException(Suggestion.unknown("family", text, "", labels()));
    }

    private static List<String> labels() {
        return Stream.of(Family.values()).map(Family::label).toList();
    }
}
