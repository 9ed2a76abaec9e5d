package io.packetspec.allure;

import io.packetspec.run.report.Attempt;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.report.Verdict;
import io.packetspec.trace.TraceText;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

/**
 * A run that does not count, as a result of its own: one of the same test that began earlier, which Allure shows as a
 * retry.
 */
record InconclusiveRun(Attempt attempt) {

    /** @param counting the result of the run that counts, already described */
    void write(AllureLifecycle lifecycle, TestResult counting) {
        TestResult result = new TestResult()
                .setUuid(UUID.randomUUID().toString())
                .setName(counting.getName())
                .setFullName(counting.getFullName())
                .setTestCaseId(counting.getTestCaseId())
                .setHistoryId(counting.getHistoryId())
                .setDescription(counting.getDescription())
                .setTitlePath(new ArrayList<>(counting.getTitlePath()))
                .setLabels(new ArrayList<>(counting.getLabels()))
                .setLinks(new ArrayList<>(counting.getLinks()))
                .setParameters(new ArrayList<>(counting.getParameters()))
                .setStart(Steps.millis(attempt.trace().began()))
                .setStop(Steps.millis(attempt.trace().ended()))
                .setStatus(Status.BROKEN)
                .setStatusDetails(new StatusDetails().setMessage(message()))
                .setSteps(Steps.of(attempt.trace()))
                .setAttachments(new Artifacts(lifecycle).attach(attempt.trace()));
        lifecycle.scheduleTestCase(result);
        lifecycle.updateTestCase(result.getUuid(), scheduled -> scheduled.setStage(Stage.FINISHED));
        lifecycle.writeTestCase(result.getUuid());
    }

    private String message() {
        return "inconclusive: this run failed, but may have done so because the machine was busy (the harness was late by "
                + TraceText.millis(attempt.late()) + "); the spec was run again, alone"
                + failure().map(failure -> "\n" + failure.getMessage()).orElse("");
    }

    private Optional<SpecFailure> failure() {
        if (attempt.verdict() instanceof Verdict.FailedAsExpected known) {
            return Optional.of(known.failure());
        }
        return attempt.verdict() instanceof Verdict.Failed failed ? Optional.of(failed.failure()) : Optional.empty();
    }
}
