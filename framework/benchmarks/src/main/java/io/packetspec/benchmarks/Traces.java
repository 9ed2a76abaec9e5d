package io.packetspec.benchmarks;

import io.packetspec.engine.SpecListener;
import io.packetspec.run.report.Report;
import io.packetspec.trace.Trace;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The traces of first attempts, while somebody asks for them. Public for the service loader. */
public final class Traces implements SpecListener {
    private static volatile @Nullable Queue<Trace> kept;

    /** One a spec, in the order in which they ended. */
    static List<Trace> of(EngineRun run) {
        Queue<Trace> traces = new ConcurrentLinkedQueue<>();
        kept = traces;
        try {
            run.pass();
        } finally {
            kept = null;
        }
        return List.copyOf(traces);
    }

    @Override
    public void finished(Subject subject, Report report) {
        Queue<Trace> traces = kept;
        if (traces != null) {
            traces.add(report.attempts().get(0).trace());
        }
    }
}
