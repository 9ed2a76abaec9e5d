package io.packetspec.packet;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** YAML's flow scalars: plain where that is unambiguous, else in double quotes. */
final class Quoting {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*");
    private static final Pattern COLONS_INSIDE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:.]*[A-Za-z0-9]|[0-9]");
    /** Words that mean something else to YAML or to specs when they are not quoted. */
    private static final Set<String> RESERVED =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "any", "absent", "valid", "invalid");

    private Quoting() {}

    /** Free text. */
    static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    /** An address: a colon at either end would not be plain. */
    static String scalar(String address) {
        return COLONS_INSIDE.matcher(address).matches() ? address : quoted(address);
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        return '"' + escaped + '"';
    }
}
