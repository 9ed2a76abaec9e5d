package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.Expressions;
import io.packetspec.spec.Family;
import io.packetspec.spec.Spec;
import java.util.Optional;

/** Reads one spec with its variants. */
final class SpecBodyReader {
    static final Keys KEYS = Keys.of(
            "a spec",
            Key.required("spec", Shape.TEXT, "the name, once in a file; may contain ${…}"),
            Notes.ABOUT,
            Notes.REFS,
            Notes.TAGGED,
            Key.optional("family", VariantReader.FAMILIES, "ipv4 if left out; a list makes a variant of each"),
            Key.optional("each", Rows.SHAPE, "rows of parameters: a variant each"),
            Key.optional("requires", RequirementReader.KEYS.shape(), "what must be there, else the spec is skipped"),
            Key.optional("fails-on", KnownFailureReader.KEYS.shape(), "where it is known to fail"),
            Key.optional("lab", Shapes.LAB, "in place of the file's"),
            Key.optional("flows", Shapes.FLOWS, "TCP connections between a wire and a host, by their names"),
            Key.optional("allow", Shapes.ALLOWED, "frames that may come although no step expects them"),
            Key.required("steps", Shapes.STEPS, "what happens, from top to bottom"));
    private final Expressions expressions;
    private final Problems problems;
    private final ForAll file;
    private boolean fileLabUsed;
    private boolean fileFlowsUsed;

    SpecBodyReader(Expressions expressions, Problems problems, ForAll file) {
        this.expressions = expressions;
        this.problems = problems;
        this.file = file;
    }

    Optional<Spec> read(Cursor cursor) {
        return cursor.mapping(KEYS).map(this::spec);
    }

    /** What every spec replaces with its own can be wrong, too. */
    void readUnused() {
        if (!fileLabUsed) {
            file.lab()
                    .ifPresent(lab ->
                            LabReader.read(Scope.outside(expressions, problems).cursor(lab)));
        }
        if (!fileFlowsUsed) {
            Scope anyLab = new Scope(expressions, problems, Family.IPV4, Scope.NO_LAB, false);
            file.flows().map(anyLab::cursor).ifPresent(FlowReader::read);
        }
    }

    private Spec spec(Mapping spec) {
        // What the file says for all specs was read with those before.
        problems.readAgain();
        spec.expectRequired(KEYS);
        Optional<Tree> name = spec.raw("spec");
        At at = name.map(Tree::at).orElse(spec.at());
        Notes notes = Notes.read(spec).within(file.notes());
        fileLabUsed |= !spec.has("lab");
        fileFlowsUsed |= !spec.has("flows");
        VariantReader variants = new VariantReader(expressions, problems, spec, file);
        return new Spec(at, name(name), notes.about(), notes.refs(), notes.tags(), variants.read());
    }

    private static String name(Optional<Tree> name) {
        return name.filter(Tree.Text.class::isInstance)
                .map(tree -> ((Tree.Text) tree).text())
                .orElse("");
    }
}
