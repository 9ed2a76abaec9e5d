package io.packetspec.run;

import io.packetspec.lab.Host;
import io.packetspec.linux.Command;
import io.packetspec.linux.RunningCommand;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.spec.Step;
import io.packetspec.trace.Event;
import io.packetspec.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the code of a script, on figures that were kept at their times: behind its last event, or, where much of the script is
 * still to come, beside it, so that code that does not hold ends it then.
 */
final class CodeRun implements AutoCloseable {
    /** Less is not worth an interpreter beside events that have their times. */
    private static final Duration MUCH = Duration.ofSeconds(1);

    private final Step.Code step;
    private final Bench bench;
    /** Of the snippets whose figures are known. */
    private final List<String> lines = new ArrayList<>();

    private int told;
    private @Nullable CompletableFuture<RunningCommand> interpreter;
    private long began;
    private boolean ended;

    CodeRun(Step.Code step, Bench bench) {
        this.step = step;
        this.bench = bench;
    }

    Step.Code step() {
        return step;
    }

    /** Before the first event: looking for the interpreter takes longer than an event may wait. */
    void prepare(Hosts hosts) {
        if (isInterpreterLookedFor()) {
            hosts.on(step.host(), step.at(), Interpreter::path);
        }
    }

    private boolean isInterpreterLookedFor() {
        return step.command().get(0).equals(Interpreter.NAME);
    }

    /** Between two events, for which nobody waits: whether the code has ended, as it does where some of it does not hold. */
    boolean hasEndedEarly() {
        boolean much = learn();
        if (interpreter == null && much) {
            interpreter = started(false);
        }
        return !ended
                && interpreter != null
                && interpreter.isDone()
                && !interpreter.isCompletedExceptionally()
                && told(interpreter.join()).hasEnded();
    }

    /** Whether it was begun beside events, and nobody has waited for its end. */
    boolean isUnderWay() {
        return interpreter != null && !ended;
    }

    /** Waits for the end of what has its figures. */
    void end() {
        if (ended) {
            return;
        }
        learn();
        if (interpreter == null) {
            // Where nobody else runs nobody else is kept waiting by it.
            interpreter = started(bench.lateness().isAlone());
        }
        ended = true;
        Command.Result result = told(begun(interpreter)).await(step.within());
        String text = "run " + step.command().get(0) + ", which reads\n" + String.join("", lines);
        String outcome = result.timedOut() ? "killed" : "exit " + result.status();
        bench.trace().add(new Event.Call(began, Trace.now(), step.host(), text.strip(), outcome));
        judge(result);
    }

    /** Whether one of the snippets that have their figures now, and had not before, has much of the script behind it. */
    private boolean learn() {
        boolean much = false;
        while (lines.size() < step.snippets().size() && isKnown(step.snippets().get(lines.size()))) {
            Step.Code.Snippet snippet = step.snippets().get(lines.size());
            lines.add(snippet.line().in(bench.scope().names()));
            much |= snippet.left().compareTo(MUCH) >= 0;
        }
        return much;
    }

    private boolean isKnown(Step.Code.Snippet snippet) {
        return snippet.events().stream().allMatch(bench.events()::has);
    }

    /** On the host's thread, which has the /tmp of the script, and with which it would end. Nobody waits for that. */
    private CompletableFuture<RunningCommand> started(boolean urgent) {
        began = Trace.now();
        Host host = bench.host(step.host());
        return CompletableFuture.supplyAsync(
                () -> Command.start(command(), urgent), task -> host.submit(Executors.callable(task)));
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(step.command());
        if (isInterpreterLookedFor()) {
            command.set(0, Interpreter.path());
        }
        return command;
    }

    private RunningCommand begun(CompletableFuture<RunningCommand> interpreter) {
        try {
            return interpreter.get(step.within().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new SpecFailure(step.at(), "the code of the script does not begin", e);
        } catch (ExecutionException e) {
            throw new SpecFailure(step.at(), e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SpecFailure(step.at(), "interrupted while waiting for the code of the script", e);
        }
    }

    private RunningCommand told(RunningCommand interpreter) {
        while (told < lines.size()) {
            interpreter.tell(lines.get(told++));
        }
        return interpreter;
    }

    private void judge(Command.Result result) {
        int status = result.status();
        if (status > 0 && status <= lines.size() && !result.timedOut()) {
            throw doesNotHold(step.snippets().get(status - 1), result);
        } else if (status != 0 || result.timedOut()) {
            String how = result.timedOut() ? "does not end" : "ended with " + status;
            throw new SpecFailure(step.at(), "the code of the script " + how + Hosts.printed(result), null);
        }
    }

    private SpecFailure doesNotHold(Step.Code.Snippet snippet, Command.Result result) {
        String event = snippet.events().get(0);
        bench.lateness().failedAt(bench.events().event(event).ended());
        String why =
                result.errors().strip().lines().reduce((first, last) -> last).orElse("it failed");
        return new SpecFailure(snippet.line().at(), "the code does not hold: " + why + Hosts.printed(result), null);
    }

    @Override
    public void close() {
        if (interpreter != null) {
            interpreter.thenAccept(RunningCommand::close);
        }
    }
}
