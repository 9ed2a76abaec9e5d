package io.packetspec.run;

import io.packetspec.run.report.SpecFailure;
import io.packetspec.spec.Expressions.Expression;
import io.packetspec.spec.Step;
import java.util.List;
import java.util.function.Consumer;

/** Runs the same steps again and again. */
final class Repetition {
    private final Step.Repeat step;
    private final Scope scope;
    private final Consumer<List<Step>> runner;

    Repetition(Step.Repeat step, Scope scope, Consumer<List<Step>> runner) {
        this.step = step;
        this.scope = scope;
        this.runner = runner;
    }

    void run() {
        Expression until = step.until();
        for (int turn = 0; turn < step.times(); turn++) {
            turn(turn);
            if (until != null && condition(until).holds()) {
                return;
            }
        }
        if (until != null) {
            throw neverHeld(until);
        }
    }

    private void turn(int turn) {
        if (step.as() != null) {
            scope.keep(step.as(), (long) turn);
        }
        try {
            runner.accept(step.steps());
        } catch (SpecFailure e) {
            String name = step.as() == null ? "" : ", " + step.as() + " = " + turn;
            throw e.with("\n  in turn " + (turn + 1) + " of " + step.times() + name);
        }
    }

    private Condition condition(Expression until) {
        return new Condition(until, step.at(), scope.names());
    }

    private SpecFailure neverHeld(Expression until) {
        String turns = step.times() == 1 ? "1 turn" : step.times() + " turns";
        return new SpecFailure(
                step.at(),
                "until " + until.text() + " did not hold after " + turns
                        + condition(until).values(),
                null);
    }
}
