package io.packetspec.spec.yaml;

import java.util.Optional;

/**
 * What a file says for all of its specs. It is read again with each of them, for what it means depends on the family,
 * the lab and the names there.
 *
 * @param lab of specs that declare none
 * @param flows of specs that declare none
 * @param requires what every spec requires beside its own
 * @param before the steps that every spec begins with
 */
record ForAll(Notes notes, Optional<Tree> lab, Optional<Tree> flows, Optional<Tree> requires, Optional<Tree> before) {

    static ForAll of(Mapping file) {
        return new ForAll(
                Notes.read(file), file.raw("lab"), file.raw("flows"), file.raw("requires"), file.raw("before"));
    }
}
