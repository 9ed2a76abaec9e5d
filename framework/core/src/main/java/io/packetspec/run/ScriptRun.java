package io.packetspec.run;

import io.packetspec.run.report.SpecFailure;
import io.packetspec.spec.ScriptTime;
import io.packetspec.spec.Step;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs the steps of a script by its clock, and its clean-up whatever becomes of them. */
final class ScriptRun implements AutoCloseable {
    private final Step.Script script;
    private final Bench bench;
    private final Consumer<Step> steps;
    private final ScriptClock clock;
    private final Optional<CodeRun> code;

    /** @param steps runs one of them */
    ScriptRun(Step.Script script, Bench bench, Consumer<Step> steps) {
        this.script = script;
        this.bench = bench;
        this.steps = steps;
        this.clock = new ScriptClock(bench, script);
        this.code = script.steps().stream()
                .filter(Step.Code.class::isInstance)
                .map(step -> new CodeRun((Step.Code) step, bench))
                .findFirst();
        bench.scope().keep(ScriptTime.NAME, clock);
    }

    ScriptClock clock() {
        return clock;
    }

    CodeRun code() {
        return code.orElseThrow();
    }

    void run(Hosts hosts, Silence silence) {
        try {
            bench.lateness().unheeded(() -> prepare(hosts));
            script.steps().forEach(this::run);
            nothingLeft(silence);
        } catch (SpecFailure e) {
            SpecFailure first = first(e);
            cleanUpAfter(first);
            throw first;
        }
        cleanUp();
    }

    private void prepare(Hosts hosts) {
        script.files().forEach(host -> hosts.makeTmpPrivate(host, script.at()));
        code.ifPresent(one -> one.prepare(hosts));
    }

    /** What a script does before its first event and after its last has no time. */
    private void run(Step step) {
        if (step instanceof Step.Timed) {
            steps.accept(step);
        } else {
            bench.lateness().unheeded(() -> steps.accept(step));
        }
        code.filter(CodeRun::hasEndedEarly).ifPresent(ended -> run(ended.step()));
    }

    /**
     * The failure that comes first in the script: if code runs beside events, and does not hold, it does not matter which of
     * the two was quicker.
     */
    private SpecFailure first(SpecFailure failure) {
        try {
            code.filter(CodeRun::isUnderWay).ifPresent(underWay -> run(underWay.step()));
            return failure;
        } catch (SpecFailure e) {
            e.addSuppressed(failure);
            return e;
        }
    }

    /** Packets of its connections that a script does not expect, if they matter: packetdrill does not look at them. */
    private void nothingLeft(Silence silence) {
        if (bench.settings().strictScripts()) {
            silence.prove(script.at(), frame -> !bench.flows().concern(frame.dissection()));
        }
    }

    private void cleanUpAfter(SpecFailure failure) {
        try {
            cleanUp();
        } catch (SpecFailure e) {
            failure.addSuppressed(e);
        }
    }

    private void cleanUp() {
        bench.lateness().unheeded(() -> script.cleanup().forEach(steps));
    }

    @Override
    public void close() {
        code.ifPresent(CodeRun::close);
    }
}
