package io.packetspec.engine;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** Something that holds specs: an entry class, a spec file, a spec with variants. */
final class ContainerDescriptor extends AbstractTestDescriptor implements Node<Context> {
    static final String CLASS = "class";
    static final String FILE = "spec-file";
    static final String SPEC = "spec";

    ContainerDescriptor(UniqueId id, String name, @Nullable TestSource source) {
        super(id, name, source);
    }

    /** Of a class its full name, which is what build tools put into their reports. */
    @Override
    public String getLegacyReportingName() {
        UniqueId.Segment last = getUniqueId().getLastSegment();
        return last.getType().equals(CLASS) ? last.getValue() : getDisplayName();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
