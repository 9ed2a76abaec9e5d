package io.packetspec.spec.mutation;

import io.packetspec.spec.At;
import io.packetspec.spec.Variant;

/**
 * A variant of a spec in which one expectation is another.
 *
 * @param at the step whose expectation was changed
 * @param path what was changed, as a failure names it: {@code tcp.flags}, {@code EMSGSIZE}
 * @param change {@code tcp.flags: R is now RF}
 */
public record Mutant(At at, String path, String change, Variant variant) {}
