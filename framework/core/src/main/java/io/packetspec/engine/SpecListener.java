package io.packetspec.engine;

import io.packetspec.run.Report;
import io.packetspec.spec.Spec;
import io.packetspec.spec.SpecFile;
import io.packetspec.spec.Variant;
import org.junit.platform.engine.UniqueId;

/**
 * Is told of every spec that was run, with all that was observed; found by {@link java.util.ServiceLoader}. It is
 * called on the thread that ran the spec, before the platform's listeners learn that the test has finished.
 */
public interface SpecListener {
    void finished(Execution execution);

    /** A spec that was run (or skipped): what it is, and how all its runs went. */
    record Execution(UniqueId id, SpecFile file, Spec spec, Variant variant, Report report) {}
}
