package io.packetspec.run.report;

import io.packetspec.trace.Trace;
import java.time.Duration;

/**
 * One run of a spec.
 *
 * @param late how late the harness itself was, at its worst
 * @param inconclusive whether the run failed and its failure may come from the harness's own lateness
 */
public record Attempt(Verdict verdict, Trace trace, Duration late, boolean inconclusive) {}
