package io.packetspec.run.expression;

import io.packetspec.spec.Expressions;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Expressions in the part of Apache Commons JEXL that can neither change nor reach anything. */
public final class JexlExpressions implements Expressions {
    private static final Pattern PATH = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
    private static final Set<String> RESERVED = Set.of(
            ("and or not eq ne lt gt le ge div mod size empty in new var let const if else for foreach while do return "
                            + "function true false null break continue switch case default try catch finally throw "
                            + "import instanceof undefined")
                    .split(" "));

    /** A name or dotted path, by far the most frequent expression, is walked without loading JEXL. */
    @Override
    public Expression parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException("an expression is missing");
        }
        return PATH.matcher(trimmed).matches() && !isReserved(root(trimmed)) ? new Path(trimmed) : Jexl.parse(trimmed);
    }

    @Override
    public boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    private static String root(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private record Path(String text) implements Expression {
        @Override
        public Set<String> names() {
            return Set.of(text);
        }

        @Override
        public Object evaluate(Map<String, ?> names) {
            return NamePath.in(names, text)
                    .orElseThrow(() -> new IllegalArgumentException(NamePath.missing(names, text)));
        }
    }
}
