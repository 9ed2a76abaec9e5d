package io.packetspec.run.report;

import io.packetspec.spec.KnownFailure;

/** What a run of a spec came to. */
public sealed interface Verdict {
    record Passed() implements Verdict {}

    record Failed(SpecFailure failure) implements Verdict {}

    /** It failed on a kernel where that is known: no news. */
    record FailedAsExpected(SpecFailure failure, KnownFailure known) implements Verdict {
        /** Why, and what exactly happened. */
        public String text() {
            return "failed as expected: because " + known.because() + "\n" + failure.summary();
        }
    }
}
