package io.packetspec.run.expression;

import io.packetspec.spec.Expressions.Expression;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlScript;
import org.apache.commons.jexl3.introspection.JexlPermissions;

/** The only class that touches JEXL, loaded with the first expression that is more than a name. */
final class Jexl {
    private static final JexlFeatures FEATURES =
            JexlFeatures.createNone().script(false).structuredLiteral(true).ambiguousStatement(false);
    private static final JexlEngine ENGINE = new JexlBuilder()
            .features(FEATURES)
            .permissions(JexlPermissions.NONE)
            .arithmetic(new SpecArithmetic())
            .strict(true)
            .silent(false)
            .safe(false)
            .create();

    private Jexl() {}

    static Expression parse(String text) {
        try {
            return new Script(text, ENGINE.createScript(FEATURES, null, text));
        } catch (JexlException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no expression: " + JexlErrors.text(e), e);
        }
    }

    private record Script(String text, JexlScript script) implements Expression {
        @Override
        public Set<String> names() {
            return script.getVariables().stream()
                    .map(path -> String.join(".", path))
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public Object evaluate(Map<String, ?> names) {
            try {
                return plain(script.execute(new Names(names, names())));
            } catch (JexlException.Variable e) {
                throw new IllegalArgumentException(NamePath.missing(names, e.getVariable()), e);
            } catch (JexlException e) {
                throw new IllegalArgumentException(JexlErrors.text(e), e);
            }
        }

        private static Object plain(Object value) {
            if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
                return ((Number) value).longValue();
            }
            if (value instanceof BigInteger) {
                throw new IllegalArgumentException(value + " does not fit in 64 bits");
            }
            if (value == null || value instanceof Number && !(value instanceof Long)) {
                throw new IllegalArgumentException(
                        "its value is " + (value == null ? "nothing" : value + ", arithmetic is on integers"));
            }
            return value;
        }
    }

    /** Offers the whole paths of an expression as variables, so that JEXL never looks into an object. */
    private record Names(Map<String, ?> names, Set<String> paths) implements JexlContext {
        @Override
        public Object get(String path) {
            return value(path).orElse(null);
        }

        @Override
        public boolean has(String path) {
            return value(path).isPresent();
        }

        private Optional<Object> value(String path) {
            return paths.contains(path) ? NamePath.in(names, path) : Optional.empty();
        }

        @Override
        public void set(String path, Object value) {
            throw new UnsupportedOperationException("expressions change nothing");
        }
    }
}
