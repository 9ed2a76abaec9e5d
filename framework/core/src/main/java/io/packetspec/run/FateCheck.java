package io.packetspec.run;

import io.packetspec.fate.Fate;
import io.packetspec.fate.Fates;
import io.packetspec.lab.Requirements;
import io.packetspec.packet.Match;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.spec.Step;
import io.packetspec.spec.Value;
import io.packetspec.spec.Variant;
import io.packetspec.trace.TraceText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Holds what became of the packets of the last deed against the reason that a step expects. */
final class FateCheck {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

    private final Step.Drop step;
    private final Fate.Kind kind;
    private final Match reason;
    private final Bench bench;

    FateCheck(Step.Drop step, Bench bench) {
        this.step = step;
        this.kind = kind(step);
        this.reason = step.reason().in(bench.scope().names());
        this.bench = bench;
    }

    private static Fate.Kind kind(Step.Drop step) {
        return step.reset() ? Fate.Kind.RESET : Fate.Kind.DROP;
    }

    /** Why a spec cannot be told what became of its packets; empty if it can, or does not ask. */
    static Optional<String> unreadable(Variant variant) {
        return Witness.asked(variant.steps()).stream()
                .map(FateCheck::unreadable)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> unreadable(Step.Drop step) {
        Fate.Kind kind = kind(step);
        return Requirements.tracepoint(kind.tracepoint())
                .or(() -> Fates.unreadable(kind))
                .or(() -> unknown(step.reason(), kind).map(name -> "this kernel has no reason " + name))
                .map(why -> "requires tracepoint " + kind.tracepoint() + ": " + why);
    }

    /** The reason that must have been and that the running kernel does not know. */
    private static Optional<String> unknown(Value<Match> reason, Fate.Kind kind) {
        return reason instanceof Value.Literal<Match> known
                        && known.value() instanceof Match.Exact exact
                        && exact.value() instanceof String name
                        && !Fates.knows(kind, name)
                ? Optional.of(name)
                : Optional.empty();
    }

    /** What the kernel does it has usually done when the deed is over; where a thread of its own does it, it may come later. */
    void check() {
        long deadline = System.nanoTime() + bench.settings().patience().toNanos();
        List<Fate> seen = bench.witness().seen(kind);
        while (seen.stream().noneMatch(fate -> reason.matches(fate.reason()))) {
            if (System.nanoTime() > deadline) {
                bench.lateness().planned(deadline);
                throw missing(seen);
            }
            LockSupport.parkNanos(PAUSE);
            seen = bench.witness().seen(kind);
        }
    }

    private SpecFailure missing(List<Fate> seen) {
        String within = " within " + TraceText.millis(bench.settings().patience());
        String what = step.reset() ? "the kernel reset nothing for " : "the kernel dropped nothing for ";
        return new SpecFailure(step.at(), what + reason + within + came(seen) + lost(), null);
    }

    private String came(List<Fate> seen) {
        return seen.isEmpty()
                ? (step.reset() ? "\n  no reset was seen" : "\n  no drop was seen") + " since the spec's last deed"
                : seen.stream()
                        .map(fate -> (step.reset() ? "\n  reset for " : "\n  dropped for ") + fate)
                        .distinct()
                        .collect(Collectors.joining());
    }

    /** It may have been one of those, so that this says nothing. */
    private String lost() {
        long lost = bench.witness().lost();
        if (lost == 0) {
            return "";
        }
        bench.lateness().explainsFailure();
        return "\n  events of the kernel that were lost meanwhile, which may have been it: " + lost;
    }
}
