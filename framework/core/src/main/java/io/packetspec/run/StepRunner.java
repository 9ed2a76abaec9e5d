package io.packetspec.run;

import io.packetspec.run.flow.Expected;
import io.packetspec.run.frame.Allowance;
import io.packetspec.run.frame.Captured;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.time.Allocation;
import io.packetspec.run.time.Doing;
import io.packetspec.spec.SpecException;
import io.packetspec.spec.Step;
import io.packetspec.trace.Event;
import io.packetspec.trace.Trace;
import io.packetspec.trace.TraceText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs steps one after the other on the spec's own thread; the first that does not hold ends the run. */
final class StepRunner implements Step.Visitor<@Nullable Void> {
    private final Bench bench;
    private final Hosts hosts;
    private final Silence silence;
    private @Nullable ScriptRun script;

    StepRunner(Bench bench, Hosts hosts, Silence silence) {
        this.bench = bench;
        this.hosts = hosts;
        this.silence = silence;
    }

    void run(List<Step> steps) {
        steps.forEach(this::run);
    }

    private void run(Step step) {
        bench.lateness().begin();
        long began = Trace.now();
        long allocated = Allocation.now();
        String failure = "";
        try {
            step.accept(this);
        } catch (SpecFailure e) {
            failure = e.summary();
            throw e;
        } catch (SpecException e) {
            failure = e.getMessage();
            throw new SpecFailure(e.at(), e.getMessage(), e);
        } finally {
            long late = bench.lateness().end();
            long ended = Trace.now();
            allocated = Allocation.now() - allocated;
            bench.trace().add(new Event.Step(began, ended, step.at(), step.text(), failure, late, allocated));
        }
    }

    private Map<String, Object> names() {
        return bench.scope().names();
    }

    @Override
    public @Nullable Void inject(Step.Inject step) {
        new Injection(step, bench).put();
        return null;
    }

    @Override
    public @Nullable Void expect(Step.Expect step) {
        Received received = new Expectation(step, expected(step), bench).meet();
        if (step.as() != null) {
            bench.keep(step.as(), received.names(), Doing.at(received.last().time()));
        }
        return null;
    }

    private Expected expected(Step.Expect step) {
        return bench.flows().expected(step.packet(), names());
    }

    @Override
    public @Nullable Void anyOrder(Step.AnyOrder step) {
        List<Expected> expected = step.packets().stream()
                .map(packet -> bench.flows().expected(packet, names()))
                .toList();
        List<Captured> frames = new AnyOrder(step, expected, bench).meet();
        for (int i = 0; i < step.as().size(); i++) {
            bench.keep(step.as().get(i), frames.get(i));
        }
        return null;
    }

    @Override
    public @Nullable Void silence(Step.Silence step) {
        Duration time = step.time();
        Allowance allowance = bench.allowance().and(Allowance.of(step.allow(), bench.flows(), names()));
        if (time == null) {
            silence.prove(step.at(), allowance);
        } else {
            silence.during(time, step.at(), allowance);
        }
        return null;
    }

    @Override
    public @Nullable Void call(Step.Call step) {
        hosts.call(step);
        return null;
    }

    @Override
    public @Nullable Void await(Step.Await step) {
        hosts.await(step);
        return null;
    }

    @Override
    public @Nullable Void handshake(Step.Handshake step) {
        new Handshake(step, part -> part.accept(this)).shake();
        return null;
    }

    @Override
    public @Nullable Void sysctl(Step.Sysctl step) {
        hosts.sysctl(step);
        bench.lateness().done();
        return null;
    }

    @Override
    public @Nullable Void change(Step.Change step) {
        new HostChanges(bench).make(step);
        return null;
    }

    @Override
    public @Nullable Void run(Step.Run step) {
        hosts.command(step);
        return null;
    }

    @Override
    public @Nullable Void cat(Step.Cat step) {
        new FileReading(step, bench).run(hosts);
        bench.lateness().done();
        return null;
    }

    @Override
    public @Nullable Void counters(Step.Counters step) {
        hosts.counters(step);
        bench.lateness().done();
        return null;
    }

    @Override
    public @Nullable Void figures(Step.Figures step) {
        hosts.figures(step);
        bench.lateness().done();
        return null;
    }

    @Override
    public @Nullable Void check(Step.Check step) {
        Condition condition = new Condition(step.condition(), step.at(), names());
        if (!condition.holds()) {
            throw new SpecFailure(
                    step.at(), "check does not hold: " + step.condition().text() + condition.values(), null);
        }
        return null;
    }

    @Override
    public @Nullable Void drop(Step.Drop step) {
        new FateCheck(step, bench).check();
        return null;
    }

    @Override
    public @Nullable Void pause(Step.Wait step) {
        long until = System.nanoTime() + step.time().toNanos();
        try {
            Thread.sleep(step.time().toMillis(), step.time().toNanosPart() % 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SpecFailure(step.at(), "interrupted while waiting", e);
        }
        bench.lateness().planned(until);
        return null;
    }

    @Override
    public @Nullable Void eventually(Step.Eventually step) {
        Map<Tap, Integer> positions = new LinkedHashMap<>();
        bench.taps().values().forEach(tap -> positions.put(tap, tap.position()));
        Map<String, ?> flows = bench.flows().states();
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(step.within())
                    .untilAsserted(() -> {
                        positions.forEach(Tap::rewind);
                        bench.flows().restore(flows);
                        run(step.steps());
                    });
        } catch (ConditionTimeoutException e) {
            throw stillNot(step, e);
        }
        return null;
    }

    @Override
    public @Nullable Void repeat(Step.Repeat step) {
        new Repetition(step, bench.scope(), this::run).run();
        return null;
    }

    @Override
    public @Nullable Void script(Step.Script step) {
        try (ScriptRun run = new ScriptRun(step, bench, this::run)) {
            script = run;
            run.run(hosts, silence);
        }
        return null;
    }

    private ScriptRun script() {
        return Objects.requireNonNull(script);
    }

    @Override
    public @Nullable Void timed(Step.Timed step) {
        new ScriptEvent(step, bench, script().clock()).run(this, hosts, this::expected);
        return null;
    }

    @Override
    public @Nullable Void code(Step.Code step) {
        script().code().end();
        return null;
    }

    private static SpecFailure stillNot(Step.Eventually step, ConditionTimeoutException timeout) {
        String last = timeout.getCause() == null
                ? ""
                : "\n  the last time: " + timeout.getCause().getMessage();
        return new SpecFailure(
                step.at(), "did not hold within " + TraceText.millis(step.within()) + last, timeout.getCause());
    }
}
