package io.packetspec.spec.packetdrill;

import io.packetspec.spec.Problem;
import java.util.List;
import java.util.Optional;

/** What a file was read to: a script, or all that is wrong with it in the order of the text. */
public record ScriptFile(Optional<Script> script, List<Problem> problems) {
    public ScriptFile {
        problems = List.copyOf(problems);
    }
}
