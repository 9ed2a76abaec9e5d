package io.packetspec.run;

import io.packetspec.lab.Requirements;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.report.Verdict;
import io.packetspec.spec.KnownFailure;
import io.packetspec.spec.Variant;

/** Turns the verdict over where a spec is known to fail on the running kernel. */
final class KnownFailures {
    private static final String RELEASE = System.getProperty("os.version");

    private KnownFailures() {}

    static Verdict judge(Variant variant, Verdict played) {
        KnownFailure known = variant.failsOn();
        if (known == null || Requirements.kernel(known.kernel()).isPresent()) {
            return played;
        }
        return played instanceof Verdict.Failed failed
                ? new Verdict.FailedAsExpected(failed.failure(), known)
                : new Verdict.Failed(unexpectedPass(known));
    }

    private static SpecFailure unexpectedPass(KnownFailure known) {
        return new SpecFailure(
                known.at(),
                "the spec passed, but is known to fail on this kernel, " + RELEASE + " (" + known.kernel() + ")"
                        + "\n  because " + known.because()
                        + "\n  if that was mended, narrow fails-on or take it away",
                null);
    }
}
