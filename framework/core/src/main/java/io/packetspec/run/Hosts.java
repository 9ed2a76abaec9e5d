package io.packetspec.run;

import io.packetspec.lab.Host;
import io.packetspec.linux.Capabilities;
import io.packetspec.linux.Command;
import io.packetspec.linux.Messages;
import io.packetspec.linux.PrivateTmp;
import io.packetspec.linux.Sysctl;
import io.packetspec.linux.SystemCallException;
import io.packetspec.packet.Match;
import io.packetspec.run.call.Arguments;
import io.packetspec.run.call.CallCheck;
import io.packetspec.run.call.CallResult;
import io.packetspec.run.call.Calls;
import io.packetspec.run.call.DurationCheck;
import io.packetspec.run.call.Interfaces;
import io.packetspec.run.call.Keepsake;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.time.CpuPressure;
import io.packetspec.run.time.Doing;
import io.packetspec.spec.At;
import io.packetspec.spec.Step;
import io.packetspec.spec.Surroundings;
import io.packetspec.spec.TextMatch;
import io.packetspec.spec.Value;
import io.packetspec.trace.Event;
import io.packetspec.trace.Trace;
import io.packetspec.trace.TraceText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What steps do on the hosts of a lab: calls, commands, sysctls, counters. */
final class Hosts {
    /** For a command to be killed and waited for. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Bench bench;
    private final Counters counters;

    Hosts(Bench bench) {
        this.bench = bench;
        this.counters = new Counters(bench, (host, at) -> on(host, at, Snmp::read));
    }

    /** Before the spec begins. */
    void begin() {
        if (bench.variant().steps().stream().flatMap(Step::all).anyMatch(Hosts::isForHost)) {
            bench.hosts().forEach(Host::inhabit);
        }
        counters.begin();
    }

    /** Whether some host has to do something for it. */
    private static boolean isForHost(Step step) {
        return step.steps().isEmpty()
                && !(step instanceof Step.Inject || step instanceof Step.Expect || step instanceof Step.AnyOrder)
                && !(step instanceof Step.Silence || step instanceof Step.Wait || step instanceof Step.Check);
    }

    void call(Step.Call step) {
        Arguments arguments = new Arguments(step, names()).with(interfaces(step.host(), step.at()));
        Callable<CallResult> prepared = calls(step.host()).prepared(step, arguments);
        bench.witness().begin();
        Callable<CallResult> call = bench.witness().seeing(() -> Capabilities.without(step.without(), prepared));
        bench.events().did(Doing.at(Trace.now()));
        if (step.background() != null) {
            Bench.Pending pending = new Bench.Pending(
                    step, arguments, Trace.now(), bench.host(step.host()).background(call));
            bench.pending().put(step.background(), pending);
        } else {
            CallResult result = on(
                    step.host(),
                    step.at(),
                    step.signature().name(),
                    bench.settings().callLimit(),
                    call);
            bench.events().did(new Doing(result.began(), result.ended()));
            bench.lateness().called(result.began(), result.ended());
            finish(step, arguments, result);
        }
    }

    private Calls calls(String host) {
        return new Calls(
                bench.host(host).sockets(),
                bench.network().host(host),
                bench.variant().family(),
                names());
    }

    private Interfaces interfaces(String host, At at) {
        return new Interfaces(host, at, name -> on(host, at, () -> Messages.interfaceIndex(name)));
    }

    /** When the call began and ended. */
    Doing await(Step.Await step) {
        Bench.Pending pending = bench.pending().get(step.name());
        if (pending == null) {
            throw new IllegalStateException("nothing is called " + step.name());
        }
        Duration within = step.within() == null ? bench.settings().callLimit() : step.within();
        CallResult result = result(step.at(), pending, within);
        bench.lateness().late(result.began() - pending.started());
        finish(pending.step(), pending.arguments(), result);
        return new Doing(result.began(), result.ended());
    }

    private static CallResult result(At at, Bench.Pending pending, Duration within) {
        String name = pending.step().signature().name();
        try {
            return pending.result().get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw stillBlocks(at, name, within);
        } catch (ExecutionException e) {
            throw new SpecFailure(at, name + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SpecFailure(at, "interrupted while waiting for " + name, e);
        }
    }

    private void finish(Step.Call step, Arguments arguments, CallResult result) {
        String text = step.signature().name() + " " + arguments.text(step.signature());
        bench.trace().add(new Event.Call(result.began(), result.ended(), step.host(), text, result.text()));
        new CallCheck(step, arguments, names()).check(result);
        new DurationCheck(step, bench.lateness(), bench.settings().tolerance()).check(result);
        if (step.as() != null) {
            bench.keep(step.as(), Keepsake.of(step, result), new Doing(result.began(), result.ended()));
        }
    }

    /** What its commands write to /tmp, and its calls open there, is from then on its own. */
    void makeTmpPrivate(String host, At at) {
        on(host, at, "a /tmp of its own", bench.settings().callLimit(), () -> {
            PrivateTmp.mount();
            return host;
        });
    }

    void sysctl(Step.Sysctl step) {
        step.values()
                .forEach((key, value) -> on(step.host(), step.at(), () -> {
                    String text = value.in(names());
                    long began = Trace.now();
                    Sysctl.write(key, text);
                    bench.trace()
                            .add(new Event.Call(began, Trace.now(), step.host(), "sysctl " + key + "=" + text, "done"));
                    return text;
                }));
        bench.events().did(Doing.at(Trace.now()));
    }

    void counters(Step.Counters step) {
        counters.check(step);
    }

    void figures(Step.Figures step) {
        new Figures(bench, step)
                .check(call -> on(
                        step.host(),
                        step.at(),
                        "reading the figures",
                        bench.settings().callLimit(),
                        call));
    }

    void command(Step.Run step) {
        List<String> command =
                step.command().stream().map(word -> word.in(names())).toList();
        bench.events().did(Doing.at(Trace.now()));
        long began = Trace.now();
        Command.Result result = program(step.host(), step.at(), command, step.within(), step.surroundings());
        check(step, result);
        if (step.as() != null) {
            bench.keep(step.as(), outcome(result, began), Doing.at(began));
        }
    }

    private Command.Result program(
            String host, At at, List<String> command, Duration within, Surroundings surroundings) {
        long began = Trace.now();
        long pressure = CpuPressure.now();
        // Where nobody else runs nobody else is kept waiting by it.
        boolean urgent = surroundings.timed() || bench.lateness().isAlone();
        Command.Result result = on(
                host,
                at,
                "the command",
                within.plus(GRACE),
                () -> Command.run(
                        command, within, Path.of(surroundings.directory()), surroundings.environment(), urgent));
        long waited = Trace.now() - began - result.processorTime().toNanos();
        bench.lateness().kept(Math.min(waited, CpuPressure.now() - pressure));
        String outcome = result.timedOut() ? "killed" : "exit " + result.status();
        bench.trace().add(new Event.Call(began, Trace.now(), host, "run " + String.join(" ", command), outcome));
        return result;
    }

    private static Map<String, Object> outcome(Command.Result result, long began) {
        return Map.of(
                "status", (long) result.status(), "output", result.output().trim(), "time", began);
    }

    private void check(Step.Run step, Command.Result result) {
        if (result.timedOut()) {
            throw stillBlocks(step.at(), "the command", step.within());
        }
        Match exits = step.exits().in(names());
        if (!exits.matches((long) result.status())) {
            throw new SpecFailure(
                    step.at(),
                    "the command exited with " + result.status() + ", expected " + exits + printed(result),
                    null);
        }
        Value<TextMatch> prints = step.prints();
        if (prints != null && !prints.in(names()).matches(result.output())) {
            throw new SpecFailure(step.at(), "expected " + prints.in(names()) + printed(result), null);
        }
    }

    static String printed(Command.Result result) {
        return quoted("standard output", result.output()) + quoted("standard error", result.errors());
    }

    private static String quoted(String stream, String text) {
        if (text.isBlank()) {
            return text.isEmpty() ? "" : "\n  " + stream + " has only blanks";
        }
        return "\n  " + stream + ":\n" + text.stripTrailing().indent(4).stripTrailing();
    }

    <T> T on(String host, At at, Callable<T> task) {
        return on(host, at, "this step", bench.settings().callLimit(), task);
    }

    private <T> T on(String name, At at, String what, Duration limit, Callable<T> task) {
        Host host = bench.host(name);
        try {
            return host.call(task, limit);
        } catch (TimeoutException e) {
            throw stillBlocks(at, what, limit);
        } catch (SystemCallException e) {
            throw new SpecFailure(at, e.getMessage(), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new SpecFailure(at, what + ": " + e.getMessage(), e);
        }
    }

    private static SpecFailure stillBlocks(At at, String what, Duration limit) {
        return new SpecFailure(
                at,
                what + " still blocks after " + TraceText.millis(limit)
                        + "; a call that is meant to block runs with `background: name` and ends with `await: name`",
                null);
    }

    private Map<String, Object> names() {
        return bench.scope().names();
    }
}
