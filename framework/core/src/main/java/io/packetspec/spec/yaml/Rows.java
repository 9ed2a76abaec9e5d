package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.Expressions;
import io.packetspec.spec.yaml.Tree.Entries;
import io.packetspec.spec.yaml.Tree.Items;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of {@code each}; without it one that is empty. */
record Rows(List<Row> rows) {
    static final Shape SHAPE = Shape.listOf(Shape.mapOf(Scalars.WORD.pattern(), Shape.ANYTHING), 1);

    /**
     * @param parameters with the expressions in them put in
     * @param places of their names
     * @param incomplete whether some could not be read
     */
    record Row(At at, Map<String, Tree> parameters, Map<String, At> places, boolean incomplete) {
        static Row none(At at) {
            return new Row(at, Map.of(), Map.of(), false);
        }

        static Row unknown(At at) {
            return new Row(at, Map.of(), Map.of(), true);
        }

        String label() {
            return parameters.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                    .collect(Collectors.joining(","));
        }

        private static String text(Tree tree) {
            return tree instanceof Text text ? text.text() : tree.source();
        }
    }

    static Rows read(Mapping spec, Expressions expressions, Problems problems) {
        Optional<Cursor> each = spec.get("each");
        if (each.isEmpty()) {
            return new Rows(List.of(Row.none(spec.at())));
        }
        List<Cursor> items = each.get().items("a list of rows such as [{flags: S}, {flags: A}]");
        if (each.get().isList() && items.isEmpty()) {
            each.get().problem("expected at least one row");
        }
        List<Row> rows = new ArrayList<>();
        for (Cursor item : items) {
            Scope scope = Scope.outside(expressions, problems);
            item.mapping("a row of parameters such as {flags: S}")
                    .ifPresent(row ->
                            rows.add(row(row, rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0)), scope)));
        }
        expectDifferent(rows, problems);
        return new Rows(rows.isEmpty() ? List.of(Row.unknown(spec.at())) : rows);
    }

    private static Row row(Mapping row, Optional<Row> first, Scope scope) {
        first.ifPresent(f -> expectSameNames(row, f));
        Map<String, Tree> parameters = new LinkedHashMap<>();
        Map<String, At> places = new HashMap<>();
        for (Text key : row.keys()) {
            if (first.isEmpty()) {
                NameReader.free(new Cursor(key, scope), scope);
            }
            Tree value = whole(row.raw(key.text()).orElseThrow(), scope);
            parameters.put(key.text(), value);
            places.put(key.text(), key.at());
            scope.names().addParameter(key.text(), value);
        }
        return new Row(row.at(), parameters, places, false);
    }

    private static void expectSameNames(Mapping row, Row first) {
        List<String> missing = first.parameters().keySet().stream()
                .filter(name -> !row.has(name))
                .map(name -> "\"" + name + "\"")
                .toList();
        if (!missing.isEmpty()) {
            row.scope().problem(row.at(), "this row lacks " + String.join(", ", missing) + ", which the first row has");
        }
        row.keys().stream()
                .filter(key -> !first.parameters().containsKey(key.text()))
                .forEach(key -> row.scope()
                        .problem(
                                key.at(),
                                "the first row has no \"" + key.text() + "\""
                                        + Suggestion.among(
                                                key.text(), first.parameters().keySet())));
    }

    /** Parameters may use those before them in their row, at any depth. */
    private static Tree whole(Tree tree, Scope scope) {
        if (tree instanceof Items items) {
            return new Items(
                    tree.at(),
                    items.items().stream().map(item -> whole(item, scope)).toList());
        }
        if (tree instanceof Entries entries) {
            return new Entries(
                    tree.at(),
                    entries.entries().stream()
                            .map(entry -> new Tree.Entry(entry.key(), whole(entry.value(), scope)))
                            .toList());
        }
        return scope.resolve(tree);
    }

    private static void expectDifferent(List<Row> rows, Problems problems) {
        Map<String, At> labels = new HashMap<>();
        for (Row row : rows) {
            At before = labels.putIfAbsent(row.label(), row.at());
            if (before != null) {
                problems.add(row.at(), "this row is the same as the one in line " + before.line());
            }
        }
    }
}
