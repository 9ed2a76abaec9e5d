package io.packetspec.engine;

import io.packetspec.run.report.Report;
import io.packetspec.spec.Spec;
import io.packetspec.spec.SpecFile;
import io.packetspec.spec.Variant;
import org.junit.platform.engine.UniqueId;

/**
 * Is told of every spec that was run or skipped; found by {@link java.util.ServiceLoader}. It is called on the thread
 * that ran the spec, before the platform's listeners learn of the end.
 */
public interface SpecListener {
    /** The spec was not run. */
    default void skipped(Subject subject, String reason) {}

    /** The spec was run, once or more; the report holds all that was observed. */
    default void finished(Subject subject, Report report) {}

    /** The run has ended: no further spec comes. */
    default void ended() {}

    /** One test: a variant of a spec in a file. */
    record Subject(UniqueId id, SpecFile file, Spec spec, Variant variant) {}
}
