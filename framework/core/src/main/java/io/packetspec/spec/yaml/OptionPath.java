package io.packetspec.spec.yaml;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind {@code syn.tcp.options}: the name of an option, for the value that it is about, or one of its
 * fields. Whether the packet has the option is known only in the run.
 */
final class OptionPath {
    private final Field field;
    private final String path;

    /** @param path of the field in the expression */
    OptionPath(Field field, String path) {
        this.field = field;
        this.path = path;
    }

    /** What is wrong with the rest of the path, {@code ts.val}; empty if nothing is. */
    Optional<String> problem(String rest) {
        String name = ExpressionReader.root(rest);
        Header option = field.formats().get(name);
        if (option == null) {
            return Optional.of(Suggestion.unknown(
                    "option", name, " of " + path, field.formats().keySet()));
        }
        String below = rest.substring(Math.min(rest.length(), name.length() + 1));
        String whole = path + "." + name;
        if (below.isEmpty()) {
            return option.principal().isPresent() ? Optional.empty() : Optional.of(severalParts(whole, option));
        }
        return option.field(below).isPresent()
                ? Optional.empty()
                : Optional.of(Suggestion.unknown("field", below, " of " + whole, names(option)));
    }

    private static String severalParts(String whole, Header option) {
        List<String> names = names(option);
        return "\"" + whole + "\" is an option: name one of its fields, such as " + whole + "."
                + names.get(names.size() > 2 ? 2 : 0);
    }

    private static List<String> names(Header option) {
        return option.fields().stream().map(Field::name).toList();
    }
}
