package io.packetspec.engine;

import io.packetspec.spec.At;
import io.packetspec.spec.Problem;
import io.packetspec.spec.Spec;
import io.packetspec.spec.SpecFile;
import io.packetspec.spec.Variant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/** Makes the descriptors of a spec file: file, specs, variants; or one failing test where the file is broken. */
final class Tree {
    private Tree() {}

    static TestDescriptor file(TestDescriptor parent, Location location) {
        SpecFile file = Library.read(location);
        UniqueId id = parent.getUniqueId().append(ContainerDescriptor.FILE, location.path());
        TestSource source = source(location, file.at());
        ContainerDescriptor descriptor = new ContainerDescriptor(id, file.feature(), source);
        if (!file.problems().isEmpty()) {
            descriptor.addChild(broken(id, location, file.problems()));
        }
        file.specs().forEach(spec -> descriptor.addChild(spec(id, location, file, spec)));
        return descriptor;
    }

    private static TestDescriptor spec(UniqueId parent, Location location, SpecFile file, Spec spec) {
        UniqueId id = parent.append(ContainerDescriptor.SPEC, spec.name());
        TestSource source = source(location, spec.at());
        Variant only = spec.variants().get(0);
        if (only.label().isEmpty()) {
            return new VariantDescriptor(id, source, file, spec, only);
        }
        ContainerDescriptor descriptor = new ContainerDescriptor(id, spec.name(), source);
        for (Variant variant : spec.variants()) {
            UniqueId variantId = id.append(VariantDescriptor.SEGMENT, variant.label());
            descriptor.addChild(new VariantDescriptor(variantId, source, file, spec, variant));
        }
        return descriptor;
    }

    private static TestDescriptor broken(UniqueId parent, Location location, List<Problem> problems) {
        String message = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
        At first = problems.get(0).at();
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return new ProblemDescriptor(
                parent.append(ProblemDescriptor.SEGMENT, "unreadable"),
                location.path() + " cannot be run: " + count,
                source(location, first),
                message,
                first.frame());
    }

    private static TestSource source(Location location, At at) {
        return location.source(at.line(), at.column());
    }
}
