package io.packetspec.run;

import io.packetspec.run.expression.NamePath;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.spec.At;
import io.packetspec.spec.Expressions.Expression;
import java.util.Map;

/** An expression that is true or false, with the names known when it is asked. */
record Condition(Expression expression, At at, Map<String, ?> names) {
    boolean holds() {
        Object value;
        try {
            value = expression.evaluate(names);
        } catch (IllegalArgumentException e) {
            throw new SpecFailure(at, expression.text() + ": " + e.getMessage(), e);
        }
        if (value instanceof Boolean holds) {
            return holds;
        }
        throw new SpecFailure(at, expression.text() + " is " + value + ", neither true nor false", null);
    }

    /** The values of the names that it uses, a line each. */
    String values() {
        StringBuilder values = new StringBuilder();
        expression.names().stream()
                .sorted()
                .forEach(path -> values.append("\n  ")
                        .append(path)
                        .append(" = ")
                        .append(NamePath.in(names, path).orElse("unknown")));
        return values.toString();
    }
}
