package io.packetspec.engine;

import io.packetspec.spec.Spec;
import io.packetspec.spec.SpecFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/** What was selected, as the ids of whole subtrees; every other test is cut off again. */
final class Selection {
    private final Set<UniqueId> selected = new LinkedHashSet<>();

    void add(UniqueId id) {
        selected.add(id);
    }

    /** The spec in whose lines this one lies, or the whole file for a line above the first. */
    void addLine(UniqueId file, SpecFile specs, int line) {
        add(at(specs, line)
                .map(spec -> file.append(ContainerDescriptor.SPEC, spec.name()))
                .orElse(file));
    }

    static Optional<Spec> at(SpecFile file, int line) {
        return file.specs().stream().filter(spec -> spec.at().line() <= line).reduce((earlier, later) -> later);
    }

    void cut(TestDescriptor root) {
        tests(root).stream().filter(test -> !isSelected(test)).forEach(TestDescriptor::removeFromHierarchy);
    }

    static List<TestDescriptor> tests(TestDescriptor root) {
        List<TestDescriptor> tests = new ArrayList<>();
        root.accept(descriptor -> {
            if (descriptor.isTest()) {
                tests.add(descriptor);
            }
        });
        return tests;
    }

    private boolean isSelected(TestDescriptor test) {
        UniqueId id = test.getUniqueId();
        while (!selected.contains(id) && id.getSegments().size() > 1) {
            id = id.removeLastSegment();
        }
        return selected.contains(id);
    }
}
