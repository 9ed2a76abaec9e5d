package io.packetspec.spec.yaml;

import io.packetspec.spec.KnownFailure;
import java.util.List;
import java.util.Optional;

/** Reads where a spec is known to fail. */
final class KnownFailureReader {
    private static final List<String> KEYS = List.of("kernel", "because");

    private KnownFailureReader() {}

    static Optional<KnownFailure> read(Cursor cursor) {
        return cursor.mapping("fails-on", KEYS).flatMap(KnownFailureReader::read);
    }

    private static Optional<KnownFailure> read(Mapping mapping) {
        Optional<String> kernel = mapping.need("kernel", "fails-on").flatMap(c -> c.literal(RequirementReader.KERNEL));
        Optional<String> because = mapping.need("because", "fails-on").flatMap(c -> c.literal(Scalars.TEXT));
        return kernel.flatMap(k -> because.map(why -> new KnownFailure(mapping.at(), k, why)));
    }
}
