package io.packetspec.run.expression;

import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Notation;
import io.packetspec.packet.Options;
import java.util.Map;
import java.util.Optional;

/** A dotted path through maps of names, and into lists of options. */
public final class NamePath {
    private NamePath() {}

    public static Optional<Object> in(Map<?, ?> names, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(names.get(path));
        }
        Object inner = names.get(path.substring(0, dot));
        String rest = path.substring(dot + 1);
        return inner instanceof Map<?, ?> map
                ? in(map, rest)
                : inner instanceof Options options ? in(options, rest) : Optional.empty();
    }

    /** The value that the first option of the name is about, or one of its fields. */
    private static Optional<Object> in(Options options, String path) {
        int dot = path.indexOf('.');
        Layer option = options.named(dot < 0 ? path : path.substring(0, dot));
        if (option == null) {
            return Optional.empty();
        }
        Header header = option.header();
        return (dot < 0 ? header.principal() : header.field(path.substring(dot + 1))).flatMap(option::value);
    }

    /** Why the path leads nowhere. */
    static String missing(Map<?, ?> names, String path) {
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            String list = path.substring(0, dot);
            if (in(names, list).orElse(null) instanceof Options options) {
                String option = path.substring(dot + 1).replaceFirst("\\..*", "");
                return "there was no option " + option + " in " + list + ": " + Notation.value(options.reduced());
            }
        }
        return "there is no " + path + " here";
    }
}
