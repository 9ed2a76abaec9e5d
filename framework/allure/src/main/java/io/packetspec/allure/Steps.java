package io.packetspec.allure;

import io.packetspec.trace.Event;
import io.packetspec.trace.Trace;
import io.packetspec.trace.TraceText;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import java.util.ArrayList;
import java.util.List;

/** A trace as Allure's steps: one a step of the spec, what happened in it folded below. */
final class Steps {
    /** Thousands of steps freeze the report's page; the attached trace has them all. */
    private static final int MOST = 200;

    private Steps() {}

    static List<StepResult> of(Trace trace) {
        List<StepResult> steps = new ArrayList<>();
        StepResult current = null;
        for (Event event : trace.events()) {
            if (steps.size() >= MOST) {
                break;
            }
            StepResult step = result(event);
            if (event instanceof Event.Step || current == null) {
                steps.add(step);
                current = event instanceof Event.Step ? step : null;
            } else if (current.getSteps().size() < MOST) {
                current.getSteps().add(step);
            }
        }
        return steps;
    }

    private static StepResult result(Event event) {
        StepResult result = new StepResult()
                .setName(TraceText.line(event).trim())
                .setStart(millis(event.time()))
                .setStop(millis(event.time()))
                .setStatus(Status.PASSED);
        if (event instanceof Event.Step step) {
            result.setName(step.text()).setStop(millis(step.ended()));
            if (!step.passed()) {
                result.setStatus(Status.FAILED).setStatusDetails(new StatusDetails().setMessage(step.failure()));
            }
        }
        return result;
    }

    static long millis(long nanos) {
        return nanos / 1_000_000;
    }
}
