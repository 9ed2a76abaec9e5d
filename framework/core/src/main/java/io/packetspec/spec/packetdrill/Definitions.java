package io.packetspec.spec.packetdrill;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The symbols that a script defines for itself by {@code --define=NAME=value}; the last one of a name wins. */
final class Definitions {
    private Definitions() {}

    static Map<String, String> of(List<ScriptOption> options) {
        Map<String, String> symbols = new HashMap<>();
        options.stream()
                .filter(option -> option.name().equals("define"))
                .flatMap(option -> option.value().stream())
                .forEach(value -> symbols.put(name(value), value.substring(value.indexOf('=') + 1)));
        return symbols;
    }

    static String name(String definition) {
        return definition.substring(0, Math.max(0, definition.indexOf('=')));
    }
}
