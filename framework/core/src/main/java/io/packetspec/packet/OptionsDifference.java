package io.packetspec.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares lists of options in their order. Ends of the list that only pad it need not be expected. */
final class OptionsDifference {
    private OptionsDifference() {}

    static List<Mismatch> between(String path, Field field, Options expected, Options actual) {
        List<Mismatch> found = new ArrayList<>();
        int size = Math.max(
                expected.list().size(), significant(actual, expected.list().size()));
        for (int i = 0; i < size; i++) {
            Optional<Layer> wanted = at(expected, i);
            Optional<Layer> there = at(actual, i);
            if (wanted.isEmpty() || there.isEmpty() || !fits(wanted.get(), there.get())) {
                found.addAll(option(path + "[" + i + "]", field, wanted, there));
            }
        }
        return found;
    }

    static boolean fits(Options expected, @Nullable Options actual) {
        Options there = actual == null ? Options.of() : actual;
        int size = expected.list().size();
        if (there.list().size() < size || significant(there, size) > size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!fits(expected.list().get(i), there.list().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** How many options there are, without those at the end, behind the expected ones, that only pad. */
    private static int significant(Options options, int expected) {
        int size = options.list().size();
        while (size > expected && options.list().get(size - 1).header().isPadding()) {
            size--;
        }
        return size;
    }

    private static Optional<Layer> at(Options options, int index) {
        return index < options.list().size() ? Optional.of(options.list().get(index)) : Optional.empty();
    }

    static boolean fits(Layer expected, Layer actual) {
        Layer alike = alike(expected, actual);
        return alike.header() == expected.header()
                && expected.fields().entrySet().stream()
                        .allMatch(e ->
                                e.getValue().matches(alike.value(e.getKey()).orElse(null)));
    }

    /** An expectation by kind and octets also fits an option that has a name. */
    private static Layer alike(Layer expected, Layer actual) {
        boolean generic = expected.header().field("kind").isPresent()
                && expected.header()
                        .variablePart()
                        .filter(f -> f.kind() == Field.Kind.OCTETS)
                        .isPresent();
        if (!generic || actual.header() == expected.header()) {
            return actual;
        }
        Octets octets = Octets.view(OptionsCodec.write(actual));
        return HeaderCodec.read(expected.header(), octets, 0, octets.length())
                .map(Dissection.Part::layer)
                .orElse(actual);
    }

    private static List<Mismatch> option(String path, Field list, Optional<Layer> expected, Optional<Layer> actual) {
        if (expected.isEmpty()
                || actual.isEmpty()
                || alike(expected.get(), actual.get()).header()
                        != expected.get().header()) {
            return List.of(new Mismatch(path, told(list, expected), told(list, actual.map(Reduction::reduced))));
        }
        List<Mismatch> found = new ArrayList<>();
        Layer there = alike(expected.get(), actual.get());
        expected.get().fields().forEach((field, match) -> {
            @Nullable Object value = there.value(field).orElse(null);
            if (!match.matches(value)) {
                found.addAll(Difference.mismatches(path + name(list, there.header(), field), field, match, value));
            }
        });
        return found;
    }

    private static String name(Field list, Header option, Field field) {
        boolean nameless = list.unnamedFormat().filter(option::equals).isPresent();
        boolean principal = option.principal().filter(field::equals).isPresent();
        return (nameless ? "" : "." + option) + (principal ? "" : "." + field);
    }

    private static String told(Field list, Optional<Layer> option) {
        return option.map(layer -> OptionsWording.item(layer, list.unnamedFormat()))
                .orElse("absent");
    }
}
