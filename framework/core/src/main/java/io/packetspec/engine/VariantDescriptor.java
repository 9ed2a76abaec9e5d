package io.packetspec.engine;

import io.packetspec.run.report.Report;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.report.Verdict;
import io.packetspec.spec.Spec;
import io.packetspec.spec.SpecFile;
import io.packetspec.spec.Variant;
import io.packetspec.trace.TraceText;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A spec, or one variant of it: a test. */
final class VariantDescriptor extends AbstractTestDescriptor implements Node<Context> {
    static final String SEGMENT = "variant";
    private final SpecFile file;
    private final Spec spec;
    private final Variant variant;

    VariantDescriptor(UniqueId id, String name, TestSource source, SpecFile file, Spec spec, Variant variant) {
        super(id, name, source);
        this.file = file;
        this.spec = spec;
        this.variant = variant;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    Spec spec() {
        return spec;
    }

    Variant variant() {
        return variant;
    }

    /** The folder of its file, as far as the file's name has one. */
    String folder() {
        String path = file.at().file();
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Whether this line of the file lies in the spec. */
    boolean isAt(int line) {
        return Selection.at(file, line).map(spec::equals).orElse(true);
    }

    @Override
    public Set<TestTag> getTags() {
        return spec.tags().stream()
                .filter(TestTag::isValid)
                .map(TestTag::create)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public SkipResult shouldBeSkipped(Context context) {
        Optional<String> reason = context.skips(this, variant);
        reason.ifPresent(why -> context.listeners().forEach(listener -> listener.skipped(subject(), why)));
        return reason.map(SkipResult::skip).orElseGet(SkipResult::doNotSkip);
    }

    private SpecListener.Subject subject() {
        return new SpecListener.Subject(getUniqueId(), file, spec, variant);
    }

    @Override
    public Context execute(Context context, DynamicTestExecutor executor) throws IOException {
        Report report = context.runner().run(spec.at(), variant);
        context.listeners().forEach(listener -> listener.finished(subject(), report));
        if (report.verdict() instanceof Verdict.Failed failed) {
            SpecFailure failure = explained(failed.failure(), report);
            publish(context, report, failure);
            throw failure;
        }
        if (report.verdict() instanceof Verdict.FailedAsExpected known) {
            context.artifacts().tell(this, "verdict", known.text());
            context.artifacts().publish(this, report.last().trace());
        } else if (report.attempts().size() > 1) {
            context.artifacts().publish(this, report.attempts().get(0).trace());
        }
        return context;
    }

    /** A disk that is full, say, must not hide why the spec failed. */
    private void publish(Context context, Report report, SpecFailure failure) {
        try {
            context.artifacts().publish(this, report.last().trace());
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static SpecFailure explained(SpecFailure failure, Report report) {
        return failure.with(repeated(report) + TraceText.below(report.last().trace()));
    }

    private static String repeated(Report report) {
        int earlier = report.attempts().size() - 1;
        if (earlier == 0) {
            return "";
        }
        String runs = earlier == 1 ? "a first run failed too" : earlier + " runs before failed too";
        String last = report.last().inconclusive()
                ? ", and was late itself, by " + TraceText.millis(report.last().late())
                : "";
        return "\n\n" + runs + ", but may have done so because the machine was busy (the harness was late by "
                + TraceText.millis(report.attempts().get(0).late())
                + "); this is the result of the last, which ran alone" + last;
    }
}
