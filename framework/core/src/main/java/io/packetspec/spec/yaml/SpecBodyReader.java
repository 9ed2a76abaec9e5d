package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.Expressions;
import io.packetspec.spec.Family;
import io.packetspec.spec.Spec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one spec with its variants. */
final class SpecBodyReader {
    private static final List<String> KEYS = List.of(
            "spec",
            "about",
            "refs",
            "tags",
            "family",
            "each",
            "requires",
            "fails-on",
            "lab",
            "flows",
            "allow",
            "steps");
    private final Expressions expressions;
    private final Problems problems;
    private final Notes file;
    private final Optional<Tree> fileLab;
    private final Optional<Tree> fileFlows;
    private boolean fileLabUsed;
    private boolean fileFlowsUsed;

    SpecBodyReader(
            Expressions expressions, Problems problems, Notes file, Optional<Tree> fileLab, Optional<Tree> fileFlows) {
        this.expressions = expressions;
        this.problems = problems;
        this.file = file;
        this.fileLab = fileLab;
        this.fileFlows = fileFlows;
    }

    Optional<Spec> read(Cursor cursor) {
        return cursor.mapping("a spec", KEYS).map(this::spec);
    }

    /** What every spec replaces with its own can be wrong, too. */
    void readUnused() {
        if (!fileLabUsed) {
            fileLab.ifPresent(
                    lab -> LabReader.read(Scope.outside(expressions, problems).cursor(lab)));
        }
        if (!fileFlowsUsed) {
            Scope anyLab = new Scope(expressions, problems, Family.IPV4, Scope.NO_LAB, false);
            fileFlows.map(anyLab::cursor).ifPresent(FlowReader::read);
        }
    }

    private Spec spec(Mapping spec) {
        expectKeys(spec, "spec", "steps");
        Optional<Tree> name = spec.raw("spec");
        At at = name.map(Tree::at).orElse(spec.at());
        Notes notes = Notes.read(spec).within(file);
        fileLabUsed |= !spec.has("lab");
        fileFlowsUsed |= !spec.has("flows");
        VariantReader variants =
                new VariantReader(expressions, problems, spec, spec.raw("lab").or(() -> fileLab), fileFlows);
        return new Spec(at, name(name), notes.about(), notes.refs(), notes.tags(), variants.read());
    }

    private void expectKeys(Mapping spec, String... keys) {
        Stream.of(keys).filter(spec::lacks).forEach(key -> problems.add(spec.at(), "a spec needs \"" + key + "\""));
    }

    private static String name(Optional<Tree> name) {
        return name.filter(Tree.Text.class::isInstance)
                .map(tree -> ((Tree.Text) tree).text())
                .orElse("");
    }
}
