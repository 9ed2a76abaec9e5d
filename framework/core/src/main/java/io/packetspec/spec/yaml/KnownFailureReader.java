package io.packetspec.spec.yaml;

import io.packetspec.spec.KnownFailure;
import io.packetspec.spec.Requirement.Kind;
import java.util.Optional;

/** Reads where a spec is known to fail. */
final class KnownFailureReader {
    static final Keys KEYS = Keys.of(
            "fails-on",
            Key.required("kernel", RequirementReader.shape(Kind.KERNEL), "a comparison of the release: \"< 6.9\""),
            Key.required("because", Shape.TEXT, "the cause, such as the commit that mended it"));

    private KnownFailureReader() {}

    static Optional<KnownFailure> read(Cursor cursor) {
        return cursor.mapping(KEYS).flatMap(KnownFailureReader::read);
    }

    private static Optional<KnownFailure> read(Mapping mapping) {
        Optional<String> kernel = mapping.need("kernel").flatMap(c -> c.literal(RequirementReader.KERNEL));
        Optional<String> because = mapping.need("because").flatMap(c -> c.literal(Scalars.TEXT));
        return kernel.flatMap(k -> because.map(why -> new KnownFailure(mapping.at(), k, why)));
    }
}
