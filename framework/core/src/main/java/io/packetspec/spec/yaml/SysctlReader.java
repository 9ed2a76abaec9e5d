package io.packetspec.spec.yaml;

import io.packetspec.spec.yaml.Tree.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads sysctls and their names. */
final class SysctlReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+([./][A-Za-z0-9_/-]+)+");

    private SysctlReader() {}

    static Shape shape() {
        return Shape.mapOf(NAME.pattern(), Shape.TEXT);
    }

    /** The name, if it is one. */
    static Optional<String> check(Text key, Scope scope) {
        if (!NAME.matcher(key.text()).matches()) {
            scope.problem(key.at(), "\"" + key.text() + "\" is no sysctl: expected a name such as net.ipv4.ip_forward");
            return Optional.empty();
        }
        return Optional.of(key.text());
    }

    /** Those of a host, known before the run. */
    static Map<String, String> read(Cursor cursor) {
        Map<String, String> values = new LinkedHashMap<>();
        cursor.mapping("a mapping such as {net.ipv4.ip_forward: 1}")
                .ifPresent(mapping -> mapping.keys()
                        .forEach(key -> check(key, cursor.scope())
                                .flatMap(mapping::get)
                                .flatMap(value -> value.literal(Scalars.TEXT))
                                .ifPresent(value -> values.put(key.text(), value))));
        return values;
    }
}
