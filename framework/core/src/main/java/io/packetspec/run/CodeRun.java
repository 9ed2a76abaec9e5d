package io.packetspec.run;

import io.packetspec.linux.Command;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.spec.Step;
import java.util.ArrayList;
import java.util.List;

/** Runs the code of a script behind its last event, on figures that were kept at their times. */
final class CodeRun {
    private final Step.Code step;
    private final Bench bench;

    CodeRun(Step.Code step, Bench bench) {
        this.step = step;
        this.bench = bench;
    }

    void run(Hosts hosts) {
        List<String> command = new ArrayList<>();
        step.command().forEach(word -> command.add(word.in(bench.scope().names())));
        if (command.get(0).equals(Interpreter.NAME)) {
            command.set(0, hosts.on(step.host(), step.at(), Interpreter::path));
        }
        Command.Result result = hosts.program(step.host(), step.at(), command, step.within());
        int status = result.status();
        if (status > 0 && status <= step.snippets().size() && !result.timedOut()) {
            throw doesNotHold(step.snippets().get(status - 1), result);
        } else if (status != 0 || result.timedOut()) {
            String how = result.timedOut() ? "does not end" : "ended with " + status;
            throw new SpecFailure(step.at(), "the code of the script " + how + Hosts.printed(result), null);
        }
    }

    private SpecFailure doesNotHold(Step.Code.Snippet snippet, Command.Result result) {
        bench.lateness().failedAt(bench.events().event(snippet.event()).ended());
        String why =
                result.errors().strip().lines().reduce((first, last) -> last).orElse("it failed");
        return new SpecFailure(snippet.at(), "the code does not hold: " + why + Hosts.printed(result), null);
    }
}
