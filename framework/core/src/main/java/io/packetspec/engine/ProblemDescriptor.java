package io.packetspec.engine;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A test that fails: a file that cannot be read as specs, or a selection in which there are none. */
final class ProblemDescriptor extends AbstractTestDescriptor implements Node<Context> {
    static final String SEGMENT = "problem";
    private final String message;
    private final StackTraceElement[] place;

    ProblemDescriptor(
            UniqueId id, String name, @Nullable TestSource source, String message, StackTraceElement... place) {
        super(id, name, source);
        this.message = message;
        this.place = place;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Context execute(Context context, DynamicTestExecutor executor) {
        AssertionError error = new AssertionError(message);
        error.setStackTrace(place);
        throw error;
    }
}
