package io.packetspec.engine;

import io.packetspec.run.report.Report;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.report.Verdict;
import io.packetspec.spec.Spec;
import io.packetspec.spec.mutation.Mutant;
import io.packetspec.trace.TraceText;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/**
 * A spec with one expectation changed: it passes if the run fails at that step with a message that names the
 * difference. If it does not, the expectation decides nothing.
 */
final class MutantDescriptor extends AbstractTestDescriptor implements Node<Context> {
    static final String SEGMENT = "mutant";
    private final Spec spec;
    private final Mutant mutant;
    private final long seed;

    MutantDescriptor(UniqueId id, String name, TestSource source, Spec spec, Mutant mutant, long seed) {
        super(id, name, source);
        this.spec = spec;
        this.mutant = mutant;
        this.seed = seed;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public SkipResult shouldBeSkipped(Context context) {
        return context.skips(this, mutant.variant()).map(SkipResult::skip).orElseGet(SkipResult::doNotSkip);
    }

    @Override
    public Context execute(Context context, DynamicTestExecutor executor) {
        Report report = context.runner().run(spec.at(), mutant.variant());
        String killedBy = report.verdict() instanceof Verdict.Failed failed
                ? killedBy(failed.failure(), report)
                : survived("the spec still passes, so this expectation decides nothing", report);
        context.artifacts().tell(this, SEGMENT, mutant.change() + "\n" + killedBy);
        return context;
    }

    private String killedBy(SpecFailure failure, Report report) {
        boolean named = failure.at().equals(mutant.at()) && failure.getMessage().contains(mutant.path());
        return named
                ? failure.getMessage()
                : survived(
                        "the spec fails, but not because of this: its failure at this step should name " + mutant.path()
                                + "\n" + failure.getMessage(),
                        report);
    }

    private String survived(String why, Report report) {
        AssertionError error = new AssertionError(mutant.at() + ": " + mutant.change() + ", and " + why
                + "\nto draw the same again: -D" + Configuration.MUTANTS_SEED + "=" + seed
                + TraceText.below(report.last().trace()));
        error.setStackTrace(new StackTraceElement[] {mutant.at().frame()});
        throw error;
    }
}
