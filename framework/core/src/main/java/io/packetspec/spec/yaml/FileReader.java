package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.Expressions;
import io.packetspec.spec.Spec;
import io.packetspec.spec.SpecFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a whole file: a feature and its specs. */
final class FileReader {
    static final Keys KEYS = Keys.of(
            "a file",
            Key.required("feature", Shape.TEXT, "what the file is about"),
            Notes.ABOUT,
            Notes.REFS,
            Notes.TAGGED,
            Key.optional("lab", Shapes.LAB, "the lab of every spec that declares none"),
            Key.optional("flows", Shapes.FLOWS, "the flows of every spec that declares none"),
            Key.optional("requires", RequirementReader.KEYS.shape(), "what must be there, else every spec is skipped"),
            Key.optional("before", Shapes.STEPS, "the steps that every spec begins with"),
            Key.required("specs", Shape.listOf(Shape.ref("spec"), 1), "the specs: at least one"));
    private final Expressions expressions;
    private final Problems problems;
    private final Map<String, At> names = new HashMap<>();

    FileReader(Expressions expressions, Problems problems) {
        this.expressions = expressions;
        this.problems = problems;
    }

    SpecFile read(At start, Tree root) {
        Scope scope = Scope.outside(expressions, problems);
        Optional<Mapping> mapping = scope.cursor(root).mapping("a mapping with feature and specs");
        mapping.ifPresent(m -> m.expect("key", KEYS));
        return mapping.map(m -> file(start, m)).orElse(new SpecFile(start, "", "", List.of(), List.of()));
    }

    private SpecFile file(At start, Mapping file) {
        String feature =
                file.need("feature").flatMap(c -> c.literal(Scalars.TEXT)).orElse("");
        ForAll forAll = ForAll.of(file);
        List<Cursor> specs =
                file.need("specs").map(c -> c.items("a list of specs")).orElse(List.of());
        if (specs.isEmpty()) {
            file.get("specs").filter(Cursor::isList).ifPresent(c -> c.problem("expected at least one spec"));
        }
        SpecBodyReader reader = new SpecBodyReader(expressions, problems, forAll);
        List<Spec> read = specs.stream().flatMap(c -> reader.read(c).stream()).toList();
        read.forEach(this::expectNewName);
        reader.readUnused();
        return new SpecFile(start, feature, forAll.notes().about(), read, List.of());
    }

    private void expectNewName(Spec spec) {
        At before = names.putIfAbsent(spec.name(), spec.at());
        if (before != null && !spec.name().isEmpty()) {
            problems.add(spec.at(), "the spec in line " + before.line() + " has the same name");
        }
    }
}
