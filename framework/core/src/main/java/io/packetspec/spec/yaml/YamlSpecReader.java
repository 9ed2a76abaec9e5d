package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.Expressions;
import io.packetspec.spec.Spec;
import io.packetspec.spec.SpecFile;
import io.packetspec.spec.SpecReader;
import java.util.List;

/** Reads {@code *.spec.yaml} files. */
public final class YamlSpecReader implements SpecReader {
    private final Expressions expressions;

    public YamlSpecReader(Expressions expressions) {
        this.expressions = expressions;
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".spec.yaml");
    }

    @Override
    public SpecFile read(String path, String text) {
        Problems problems = new Problems();
        At start = new At(path, 1, 1);
        SpecFile file = YamlText.parse(path, text, problems)
                .map(tree -> new FileReader(expressions, problems).read(start, tree))
                .orElseGet(() -> new SpecFile(start, "", "", List.of(), List.of()));
        List<Spec> specs = problems.count() == 0 ? file.specs() : List.of();
        return new SpecFile(start, file.feature(), file.about(), specs, problems.inOrder());
    }
}
