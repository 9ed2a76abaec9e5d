package io.packetspec.run;

import io.packetspec.fate.Fate;
import io.packetspec.fate.Fates;
import io.packetspec.fate.Watch;
import io.packetspec.run.time.Doing;
import io.packetspec.spec.Step;
import io.packetspec.spec.Variant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Sees what becomes of the packets that a spec's deeds cause. Only a spec that asks for it has its eyes open. */
final class Witness implements AutoCloseable {
    private final @Nullable Watch watch;

    private Witness(@Nullable Watch watch) {
        this.watch = watch;
    }

    static Witness of(Variant variant) {
        return new Witness(asked(variant.steps()).isEmpty() ? null : Fates.watch());
    }

    /** The steps that ask, wherever they stand. */
    static List<Step.Drop> asked(List<Step> steps) {
        return steps.stream()
                .flatMap(Step::all)
                .filter(Step.Drop.class::isInstance)
                .map(Step.Drop.class::cast)
                .toList();
    }

    /** A new deed begins. */
    void begin() {
        if (watch != null) {
            watch.begin();
        }
    }

    /** The deed is this, on the calling thread. */
    Doing ofDeed(Callable<Doing> deed) {
        begin();
        try {
            return seeing(deed).call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Part of the deed that began last, on whatever thread it will run. */
    <T> Callable<T> seeing(Callable<T> part) {
        Watch open = watch;
        return open == null ? part : () -> open.act(part);
    }

    List<Fate> seen(Fate.Kind kind) {
        return watch == null ? List.of() : watch.seen(kind);
    }

    long lost() {
        return watch == null ? 0 : watch.lost();
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
    }
}
