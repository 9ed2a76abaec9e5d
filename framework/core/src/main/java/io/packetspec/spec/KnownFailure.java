package io.packetspec.spec;

/**
 * Where a spec is known to fail, so that its failure there is no news and its passing is.
 *
 * @param kernel a comparison with the release, as of {@link Requirement.Kind#KERNEL}
 */
public record KnownFailure(At at, String kernel, String because) {}
