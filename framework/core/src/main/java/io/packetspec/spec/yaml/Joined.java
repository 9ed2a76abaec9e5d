package io.packetspec.spec.yaml;

import io.packetspec.spec.Expressions.Expression;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Text with expressions in it, as an expression of its own; the parts are Strings and Expressions. */
record Joined(List<Object> parts) implements Expression {
    @Override
    public String text() {
        return parts.stream()
                .map(part -> part instanceof Expression expression ? "${" + expression.text() + "}" : part.toString())
                .collect(Collectors.joining());
    }

    @Override
    public Set<String> names() {
        return parts.stream()
                .filter(Expression.class::isInstance)
                .flatMap(part -> ((Expression) part).names().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String evaluate(Map<String, ?> names) {
        return parts.stream()
                .map(part -> part instanceof Expression expression
                        ? expression.evaluate(names).toString()
                        : part.toString())
                .collect(Collectors.joining());
    }
}
