package io.packetspec.allure;

import io.packetspec.engine.SpecListener;
import io.packetspec.run.report.Attempt;
import io.packetspec.run.report.Report;
import io.packetspec.run.report.Verdict;
import io.packetspec.trace.Trace;
import io.packetspec.trace.TraceText;
import io.packetspec.trace.pcapng.Pcapng;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Adds to the result that Allure's own platform listener has begun: labels, links, parameters, steps, and for a failed
 * spec the trace and a capture of every wire. Where that listener is not on the class path, nothing happens.
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
        lifecycle.updateTestCase(result -> {
            new Description(subject, kernel).fill(result);
            result.setSteps(Steps.of(last.trace()));
            if (last.verdict() instanceof Verdict.FailedAsExpected known) {
                result.setDescription((known.text() + "\n\n" + result.getDescription()).strip());
            }
        });
        if (!(last.verdict() instanceof Verdict.Passed)) {
            attach("", last.trace());
        }
        List<Attempt> earlier = report.attempts().subList(0, report.attempts().size() - 1);
        for (int run = 1; run <= earlier.size(); run++) {
            attach("run " + run + ", inconclusive: ", earlier.get(run - 1).trace());
        }
    }

    private void attach(String prefix, Trace trace) {
        byte[] text = TraceText.of(trace).getBytes(StandardCharsets.UTF_8);
        lifecycle.addAttachment(prefix + "trace", "text/plain", ".txt", text);
        for (String wire : trace.wires()) {
            byte[] capture = Pcapng.of(wire, trace.frames(wire));
            lifecycle.addAttachment(prefix + "wire-" + wire + ".pcapng", "application/x-pcapng", ".pcapng", capture);
        }
    }
}
