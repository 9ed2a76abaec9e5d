package io.packetspec.engine;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of a run. Where no network namespace can be made, it fails once and says why, instead of every spec. */
final class RootDescriptor extends EngineDescriptor implements Node<Context> {
    private final List<String> parts = new ArrayList<>();

    RootDescriptor(UniqueId id) {
        super(id, "Packetspec");
    }

    /** Cuts off what the filter does not keep; if that is everything, one failing test says so. */
    void keepOnly(SpecFilter filter) {
        List<TestDescriptor> before = Selection.tests(this);
        TestDescriptor place = before.isEmpty() ? this : top(before.get(0));
        filter.cut(this);
        if (!before.isEmpty() && Selection.tests(this).isEmpty()) {
            place.addChild(new ProblemDescriptor(
                    place.getUniqueId().append(ProblemDescriptor.SEGMENT, "nothing selected"),
                    filter + " selects nothing",
                    null,
                    filter + " selects none of the " + before.size() + " specs discovered; write a path, a path with"
                            + " a line (tcp/rst.spec.yaml:14), or a part of a spec's name"));
        }
    }

    /** The same for a part of all specs, which may be empty. */
    void keepOnly(Shard shard, Durations durations) {
        parts.add(shard.cut(this, durations));
    }

    private TestDescriptor top(TestDescriptor test) {
        TestDescriptor top = test;
        while (top.getParent().filter(parent -> parent != this).isPresent()) {
            top = top.getParent().orElseThrow();
        }
        return top;
    }

    @Override
    public Context before(Context context) {
        parts.forEach(System.out::println);
        context.obstacle().filter(obstacle -> !obstacle.skip()).ifPresent(obstacle -> {
            throw new JUnitException(obstacle.reason() + " To skip specs where that is so, set "
                    + Configuration.UNPRIVILEGED + "=skip.");
        });
        return context;
    }

    @Override
    public void after(Context context) {
        context.runner()
                .timekeeping()
                .forEach((key, value) -> context.artifacts().tell(this, key, value));
        context.listeners().forEach(SpecListener::ended);
    }
}
