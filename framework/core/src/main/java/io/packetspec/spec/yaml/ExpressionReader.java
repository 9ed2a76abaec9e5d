package io.packetspec.spec.yaml;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.At;
import io.packetspec.spec.Expressions.Expression;
import io.packetspec.spec.Ip;
import io.packetspec.spec.Kept;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads expressions and proves that every name and path in them will be there. */
final class ExpressionReader {
    private final Scope scope;

    private ExpressionReader(Scope scope) {
        this.scope = scope;
    }

    static Optional<Expression> read(String text, At at, Scope scope) {
        try {
            Expression expression = scope.expressions().parse(text);
            int before = scope.problems().count();
            ExpressionReader reader = new ExpressionReader(scope);
            boolean sound = expression.names().stream().sorted().allMatch(path -> reader.check(path, at));
            return sound && before == scope.problems().count()
                    ? Optional.of(new Bound(expression, scope.names().known()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            scope.problem(at, e.getMessage());
            return Optional.empty();
        }
    }

    static String root(String path) {
        return path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
    }

    private boolean check(String path, At at) {
        Names names = scope.names();
        String root = root(path);
        if (!names.has(root)) {
            if (!names.isIncomplete()) {
                scope.problem(at, Suggestion.unknown("name", root, "", names.all()));
            }
            return false;
        }
        Optional<Kept> kept = names.kept(root).flatMap(Names.Keeping::kept);
        return kept.map(k -> below(k, path, at)).orElse(true);
    }

    private boolean below(Kept kept, String path, At at) {
        String root = root(path);
        String rest = path.substring(Math.min(path.length(), root.length() + 1));
        if (rest.isEmpty()) {
            return kept.isValue() || problem(at, "\"" + root + "\" is " + kept.what() + parts(kept, root));
        }
        if (kept.parts().contains(rest)) {
            return true;
        }
        String first = root(rest);
        if (kept.structs().containsKey(first)) {
            return struct(kept.structs().get(first), root + "." + first, rest.substring(first.length()), at);
        }
        return kept.layers() ? layer(kept, root, rest, at) : problem(at, unknownPart(kept, root, rest));
    }

    private boolean struct(List<String> legal, String path, String rest, At at) {
        String field = rest.startsWith(".") ? rest.substring(1) : rest;
        String whole = field.isEmpty() ? path : path + "." + field;
        List<String> below = legal.stream()
                .filter(name -> field.isEmpty() || name.startsWith(field + "."))
                .toList();
        return legal.contains(field)
                || problem(
                        at,
                        below.isEmpty()
                                ? Suggestion.unknown("field", field, " of " + path, legal)
                                : "\"" + whole + "\" has fields: name one of them, such as " + path + "."
                                        + below.get(0));
    }

    private boolean layer(Kept kept, String root, String rest, At at) {
        String layer = root(rest);
        Optional<Header> header = Headers.named(Ip.layer(layer, scope.family()));
        if (header.isEmpty()) {
            List<String> legal = Stream.concat(kept.parts().stream(), Layers.names().stream())
                    .toList();
            return problem(at, Suggestion.unknown("layer", layer, " of the frame \"" + root + "\"", legal));
        }
        String field = rest.substring(Math.min(rest.length(), layer.length() + 1));
        Optional<Field> list = header.get().field(root(field)).filter(f -> f.kind() == Field.Kind.OPTIONS);
        if (list.isPresent() && field.contains(".")) {
            String options = path(path(root, layer), root(field));
            Optional<String> problem = new OptionPath(list.get(), options)
                    .problem(field.substring(root(field).length() + 1));
            return problem.isEmpty() || problem(at, problem.get());
        }
        return header.get().field(Layers.field(layer, field, scope.family())).isPresent()
                || problem(at, unknownField(path(root, layer), field, header.get()));
    }

    private static String path(String root, String layer) {
        return root + "." + layer;
    }

    private static String unknownField(String path, String field, Header header) {
        List<String> legal = header.fields().stream().map(Object::toString).toList();
        return field.isEmpty()
                ? "\"" + path + "\" is a layer: name one of its fields, such as " + path + "." + legal.get(0)
                : Suggestion.unknown("field", field, " of " + path, legal);
    }

    private static String unknownPart(Kept kept, String root, String rest) {
        return kept.parts().isEmpty()
                ? "\"" + root + "\" is " + kept.what() + ", it has no parts"
                : Suggestion.unknown("part", rest, " of \"" + root + "\", " + kept.what(), kept.parts());
    }

    private static String parts(Kept kept, String root) {
        return ": name a part of it, such as " + root + "." + (kept.layers() ? "ip.id or " + root + "." : "")
                + kept.parts().get(0);
    }

    private boolean problem(At at, String message) {
        scope.problem(at, message);
        return false;
    }

    /** An expression that brings the names which are known already. */
    private record Bound(Expression expression, Map<String, Object> known) implements Expression {
        @Override
        public String text() {
            return expression.text();
        }

        @Override
        public Set<String> names() {
            return expression.names();
        }

        @Override
        public Object evaluate(Map<String, ?> names) {
            Map<String, Object> all = new HashMap<>(known);
            all.putAll(names);
            return expression.evaluate(all);
        }
    }
}
