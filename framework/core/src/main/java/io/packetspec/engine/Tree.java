package io.packetspec.engine;

import io.packetspec.spec.At;
import io.packetspec.spec.Problem;
import io.packetspec.spec.Spec;
import io.packetspec.spec.SpecFile;
import io.packetspec.spec.Variant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/** Makes the descriptors of a spec file: file, specs, variants; or one failing test where the file is broken. */
final class Tree {
    private final Location location;
    private final SpecFile file;
    private final String prefix;

    private Tree(Location location, SpecFile file, String prefix) {
        this.location = location;
        this.file = file;
        this.prefix = prefix;
    }

    static TestDescriptor file(TestDescriptor parent, Location location, SpecFile file) {
        return new Tree(location, file, "").below(parent.getUniqueId());
    }

    /**
     * The same for tools that show the tests of a class without the containers between: the name of each test says
     * all, and says it once among these features.
     */
    static TestDescriptor flat(TestDescriptor parent, Location location, SpecFile file, Collection<String> features) {
        String feature = file.feature();
        boolean unique = Collections.frequency(features, feature) == 1;
        return new Tree(location, file, (unique ? feature : feature + " (" + location.path() + ")") + ": ")
                .below(parent.getUniqueId());
    }

    private TestDescriptor below(UniqueId parent) {
        UniqueId id = parent.append(ContainerDescriptor.FILE, location.path());
        ContainerDescriptor descriptor = new ContainerDescriptor(id, file.feature(), source(file.at()));
        if (!file.problems().isEmpty()) {
            descriptor.addChild(broken(id, file.problems()));
        }
        file.specs().forEach(spec -> descriptor.addChild(spec(id, spec)));
        return descriptor;
    }

    private TestDescriptor spec(UniqueId parent, Spec spec) {
        UniqueId id = parent.append(ContainerDescriptor.SPEC, spec.name());
        Variant only = spec.variants().get(0);
        if (only.label().isEmpty()) {
            return test(id, spec, only);
        }
        ContainerDescriptor descriptor = new ContainerDescriptor(id, spec.name(), source(spec.at()));
        for (Variant variant : spec.variants()) {
            descriptor.addChild(test(id.append(VariantDescriptor.SEGMENT, variant.label()), spec, variant));
        }
        return descriptor;
    }

    private VariantDescriptor test(UniqueId id, Spec spec, Variant variant) {
        return new VariantDescriptor(id, prefix + variant.title(), source(spec.at()), file, spec, variant);
    }

    private TestDescriptor broken(UniqueId parent, List<Problem> problems) {
        String message = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
        At first = problems.get(0).at();
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return new ProblemDescriptor(
                parent.append(ProblemDescriptor.SEGMENT, "unreadable"),
                location.path() + " cannot be run: " + count,
                source(first),
                message,
                first.frame());
    }

    private TestSource source(At at) {
        return location.source(at.line(), at.column());
    }
}
