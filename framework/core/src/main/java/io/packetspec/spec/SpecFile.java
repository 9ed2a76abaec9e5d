package io.packetspec.spec;

import java.util.List;

/** One file: a feature and its specs; where there are problems, it has no specs to run. */
public record SpecFile(At at, String feature, String about, List<Spec> specs, List<Problem> problems) {
    public SpecFile {
        specs = List.copyOf(specs);
        problems = List.copyOf(problems);
    }
}
