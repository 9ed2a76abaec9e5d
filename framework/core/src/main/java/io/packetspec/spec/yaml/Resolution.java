package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.Expressions.Expression;
import io.packetspec.spec.yaml.Template.Part;
import io.packetspec.spec.yaml.Tree.Broken;
import io.packetspec.spec.yaml.Tree.Late;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts expressions into a text: at once where all their names are known, else as a text that is known in the run. */
final class Resolution {
    private static final Pattern NAME = Pattern.compile("\\w+");

    private final Scope scope;
    private final Text text;

    Resolution(Scope scope, Text text) {
        this.scope = scope;
        this.text = text;
    }

    Tree tree() {
        try {
            Template template = Template.parse(text.text());
            return template.isOneExpression() ? whole(template.parts().get(0)) : joined(template);
        } catch (IllegalArgumentException e) {
            scope.problem(text.at(), e.getMessage());
            return new Broken(text.at());
        }
    }

    /** A parameter that stands alone is replaced by what its row says, list, matcher or text, at the row's place. */
    private Tree whole(Part part) {
        String name = part.text().strip();
        Optional<Tree> parameter = NAME.matcher(name).matches() ? scope.names().parameter(name) : Optional.empty();
        return parameter.orElseGet(() -> expression(part).map(this::value).orElseGet(() -> new Broken(text.at())));
    }

    private Tree value(Expression expression) {
        if (!isKnown(expression)) {
            return new Late(text.at(), expression, text.source());
        }
        Object value = expression.evaluate(scope.names().known());
        return new Text(text.at(), value.toString(), !(value instanceof String), text.source());
    }

    private Tree joined(Template template) {
        List<Object> parts = new ArrayList<>();
        for (Part part : template.parts()) {
            Optional<?> read = part.expression() ? expression(part) : Optional.of(part.text());
            if (read.isEmpty()) {
                return new Broken(text.at());
            }
            parts.add(read.get());
        }
        Joined joined = new Joined(parts);
        return isKnown(joined)
                ? new Text(text.at(), joined.evaluate(scope.names().known()), false, text.source())
                : new Late(text.at(), joined, text.source());
    }

    private Optional<Expression> expression(Part part) {
        return ExpressionReader.read(part.text(), place(part), scope);
    }

    /** The expression's own place, where the text stands in one line as it is. */
    private At place(Part part) {
        int shift = text.source().indexOf("${" + part.text(), Math.max(0, part.offset() - 2));
        At at = text.at();
        return shift < 0 ? at : new At(at.file(), at.line(), at.column() + shift + 2);
    }

    private boolean isKnown(Expression expression) {
        Set<String> roots =
                expression.names().stream().map(ExpressionReader::root).collect(Collectors.toSet());
        return scope.names().known().keySet().containsAll(roots);
    }
}
