package io.packetspec.run;

/** What a run of a spec came to. */
public sealed interface Verdict {
    record Passed() implements Verdict {}

    record Failed(SpecFailure failure) implements Verdict {}
}
