package io.packetspec.spec;

import java.util.List;
import java.util.Set;

/**
 * One spec with its variants, at least one. The name is as written, {@code ${…}} included, so that it stays stable.
 * Tags and references include the file's.
 */
public record Spec(At at, String name, String about, List<String> refs, Set<String> tags, List<Variant> variants) {
    public Spec {
        refs = List.copyOf(refs);
        tags = Set.copyOf(tags);
        variants = List.copyOf(variants);
    }
}
