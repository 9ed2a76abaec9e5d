package io.packetspec.allure;

import io.packetspec.engine.SpecListener;
import io.packetspec.run.report.Attempt;
import io.packetspec.run.report.Report;
import io.packetspec.run.report.Verdict;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import java.util.List;

/**
 * Adds to the result that Allure's own platform listener has begun: labels, links, parameters, steps, and for a failed
 * spec the trace and a capture of every wire. Inconclusive runs become results of their own. Where that listener is not
 * on the class path, nothing happens.
 */
public final class AllureSpecListener implements SpecListener {
    private final AllureLifecycle lifecycle = Allure.getLifecycle();
    private final Kernel kernel = Kernel.running();

    @Override
    public void skipped(Subject subject, String reason) {
        Environment.write(kernel);
        SkippedSpecs.expect(subject.id(), new Description(subject, kernel));
    }

    @Override
    public void finished(Subject subject, Report report) {
        if (lifecycle.getCurrentTestCase().isEmpty()) {
            return;
        }
        Environment.write(kernel);
        Attempt last = report.last();
        List<Attempt> earlier = report.attempts().subList(0, report.attempts().size() - 1);
        lifecycle.updateTestCase(result -> {
            new Description(subject, kernel).fill(result);
            earlier.forEach(attempt -> new InconclusiveRun(attempt).write(lifecycle, result));
            if (!earlier.isEmpty()) {
                // Allure takes the result that began last for the one that counts.
                result.setStart(Steps.millis(last.trace().began()));
            }
            result.setSteps(Steps.of(last.trace()));
            if (last.verdict() instanceof Verdict.FailedAsExpected known) {
                result.setDescription((known.text() + "\n\n" + result.getDescription()).strip());
            }
            if (!(last.verdict() instanceof Verdict.Passed)) {
                result.getAttachments().addAll(new Artifacts(lifecycle).attach(last.trace()));
            }
        });
    }
}
