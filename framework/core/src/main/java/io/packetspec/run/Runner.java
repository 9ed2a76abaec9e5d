package io.packetspec.run;

import io.packetspec.lab.Clearance;
import io.packetspec.lab.Lab;
import io.packetspec.lab.Requirements;
import io.packetspec.linux.RealTime;
import io.packetspec.linux.SystemCallException;
import io.packetspec.run.plan.Plans;
import io.packetspec.run.report.Attempt;
import io.packetspec.run.report.Report;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.report.Verdict;
import io.packetspec.run.time.Lateness;
import io.packetspec.spec.At;
import io.packetspec.spec.Requirement;
import io.packetspec.spec.Step;
import io.packetspec.spec.Variant;
import io.packetspec.trace.Trace;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Runs specs, each in a fresh lab. A failure of a run in which the harness was on time is final; where it was late,
 * the failure is inconclusive, as is a pass that it owes to its lateness, and the spec is run again, alone, until a run is
 * conclusive, or fails again in the same way, or it was tried often enough.
 */
public final class Runner {
    /** How often an inconclusive run is repeated at most: other work of the machine cannot be kept away. */
    private static final int QUIET = 3;

    /** What the kernel needs to take down the labs of many specs, many times over; connections may keep one for minutes. */
    private static final Duration CLEARANCE = Duration.ofSeconds(1);

    private final Settings settings;
    private final Lanes lanes;
    private final Timekeeping timekeeping;

    public Runner(Settings settings, Lanes lanes) {
        this.settings = settings;
        this.lanes = lanes;
        this.timekeeping = new Timekeeping(settings);
    }

    /** What the runs so far found out about how this machine keeps times, by name; empty if none depended on that. */
    public Map<String, String> timekeeping() {
        return timekeeping.told();
    }

    /**
     * Waits until a spec may be run by the calling thread, which then must run it.
     *
     * @param rank of its own: of those that wait the lowest comes first
     */
    public void enter(int rank) {
        lanes.enter(rank);
    }

    /** Runs the variant of the spec that stands at this place; its thread has entered. */
    public Report run(At at, Variant variant) {
        Attempt first = lanes.shared(() -> attempt(at, variant, false));
        return first.inconclusive() ? lanes.quiet(() -> repeated(at, variant, first)) : new Report(List.of(first));
    }

    /** No lab is built or taken down meanwhile, neither here nor by the kernel. */
    private Report repeated(At at, Variant variant, Attempt first) {
        List<Attempt> attempts = new ArrayList<>(List.of(first));
        while (attempts.get(attempts.size() - 1).inconclusive() && attempts.size() <= QUIET) {
            Clearance.await(CLEARANCE);
            Attempt before = attempts.get(attempts.size() - 1);
            attempts.add(attempt(at, variant, true).after(before));
        }
        return new Report(attempts);
    }

    /** The first requirement that does not hold here, in the words of its probe, which may need a namespace. */
    public Optional<String> unmet(Variant variant) {
        return lanes.aside(() -> unmetRequirement(variant).or(() -> FateCheck.unreadable(variant)));
    }

    private static Optional<String> unmetRequirement(Variant variant) {
        return variant.requires().stream()
                .map(r -> probe(r).map(why ->
                        "requires " + r.kind().name().toLowerCase(Locale.ROOT) + " " + r.subject() + ": " + why))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> probe(Requirement requirement) {
        return switch (requirement.kind()) {
            case KERNEL -> Requirements.kernel(requirement.subject());
            case CAPABILITY -> Requirements.capability(requirement.subject());
            case COMMAND -> Requirements.command(requirement.subject());
            case SYSCTL -> Requirements.sysctl(requirement.subject());
            case MODULE -> Requirements.module(requirement.subject());
            case DEVICE -> Requirements.device(requirement.subject());
            case TRACEPOINT -> Requirements.tracepoint(requirement.subject());
        };
    }

    private Attempt attempt(At at, Variant variant, boolean again) {
        Trace trace = new Trace();
        Lateness lateness = new Lateness(lanes::areShared);
        Verdict verdict = verdict(at, variant, again, trace, lateness);
        boolean inconclusive =
                verdict instanceof Verdict.Passed ? lateness.saves() : lateness.isBeyond(settings.tolerance());
        return new Attempt(verdict, trace, lateness.worst(), lateness.explains(), inconclusive);
    }

    private Verdict verdict(At at, Variant variant, boolean again, Trace trace, Lateness lateness) {
        Settings own = timekeeping.settings(variant);
        try (Lab lab = lab(at, variant, lateness)) {
            Bench bench = new Bench(variant, lab, own, trace, lateness);
            new HostChanges(bench).begin();
            return KnownFailures.judge(variant, played(variant, again, lab, bench));
        } catch (SpecFailure e) {
            return new Verdict.Failed(e);
        }
    }

    private Verdict played(Variant variant, boolean again, Lab lab, Bench bench) {
        RealTime priority = timekeeping.priority(variant, again, lab);
        if (priority.given()) {
            bench.lateness().hurry();
        }
        try {
            play(variant, bench);
            return new Verdict.Passed();
        } catch (SpecFailure e) {
            return new Verdict.Failed(e);
        } finally {
            priority.leave();
            bench.witness().close();
        }
    }

    /** That a lab cannot be built says nothing of what the spec is about: the machine may be too busy. */
    private static Lab lab(At at, Variant variant, Lateness lateness) {
        try {
            return Lab.open(Plans.of(variant.lab()));
        } catch (SystemCallException | IllegalStateException | UncheckedIOException e) {
            lateness.explainsFailure();
            throw new SpecFailure(at, "the lab could not be built: " + e.getMessage(), e);
        }
    }

    private static void play(Variant variant, Bench bench) {
        Silence silence = new Silence(bench);
        Hosts hosts = new Hosts(bench);
        hosts.begin();
        bench.begin();
        if (bench.settings().scriptFactor() != 1 && Urgency.isScript(variant)) {
            bench.note(String.format(
                    Locale.ROOT,
                    "tolerances are multiplied by %.2f",
                    bench.settings().scriptFactor()));
        }
        List<Step> steps = variant.steps();
        new StepRunner(bench, hosts, silence).run(steps);
        Step last = steps.get(steps.size() - 1);
        if (!(last instanceof Step.Script)) {
            silence.end(last.at());
        }
    }
}
