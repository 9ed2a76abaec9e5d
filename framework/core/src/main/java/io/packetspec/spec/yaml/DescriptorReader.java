package io.packetspec.spec.yaml;

import io.packetspec.spec.Kept;
import io.packetspec.spec.Value;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.List;
import java.util.Optional;

/** Reads a descriptor: a number, or the name under which a step kept one. */
final class DescriptorReader {
    private static final Scalar<Long> DESCRIPTOR = Scalar.of("a descriptor that a step kept", Numbers::parse);

    private DescriptorReader() {}

    static Optional<Value<Long>> read(Cursor cursor) {
        return cursor.tree() instanceof Text text && !text.isEmpty() && !Numbers.isNumber(text.text())
                ? named(cursor, text.text())
                : cursor.value(DESCRIPTOR);
    }

    private static Optional<Value<Long>> named(Cursor cursor, String name) {
        Names names = cursor.scope().names();
        Optional<Names.Keeping> keeping = names.kept(name);
        if (keeping.isEmpty()) {
            if (!names.isIncomplete()) {
                cursor.problem(unknown(name, names.descriptors()));
            }
            return Optional.empty();
        }
        Optional<Kept> kept = keeping.get().kept();
        if (kept.isPresent() && !kept.get().equals(Kept.DESCRIPTOR)) {
            cursor.problem("\"" + name + "\" is " + kept.get().what() + ", not a descriptor");
            return Optional.empty();
        }
        return Optional.of(
                new Value.Deferred<>(cursor.at(), cursor.scope().expressions().parse(name), DESCRIPTOR::of));
    }

    private static String unknown(String name, List<String> descriptors) {
        return descriptors.isEmpty()
                ? "no step before this one keeps a descriptor as \"" + name + "\""
                : Suggestion.unknown("descriptor", name, "", descriptors);
    }
}
