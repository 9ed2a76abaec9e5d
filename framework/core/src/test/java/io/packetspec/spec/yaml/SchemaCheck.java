package io.packetspec.spec.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.packetspec.spec.yaml.Tree.Entries;
import io.packetspec.spec.yaml.Tree.Items;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the schema says of spec files, by a validator that knows nothing of the reader. */
public final class SchemaCheck {
    private static final com.networknt.schema.Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12)
            .getSchema(Schema.text());

    private SchemaCheck() {}

    /** Empty for a valid file; it must be sound YAML. */
    public static List<String> errors(String yaml) {
        Tree tree = tree(yaml).orElseThrow(() -> new AssertionError("no sound YAML: " + yaml));
        return SCHEMA.validate(json(tree), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** What the definition of JSON Schema itself has against the schema. */
    static List<String> errorsOfSchema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
                .validate(Schema.text(), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** Empty if it is not YAML, or YAML with a key twice. */
    static Optional<Tree> tree(String yaml) {
        Problems problems = new Problems();
        return YamlText.parse("x", yaml, problems).filter(tree -> problems.count() == 0);
    }

    private static String json(Tree tree) {
        if (tree instanceof Items items) {
            return items.items().stream().map(SchemaCheck::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (tree instanceof Entries entries) {
            return entries.entries().stream()
                    .map(entry -> Json.text(entry.key().text()) + ":" + json(entry.value()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        Text text = (Text) tree;
        return text.plain() ? plain(text.text()) : Json.text(text.text());
    }

    /** By the core schema of YAML 1.2, which is what editors go by. */
    private static String plain(String text) {
        if (text.matches("|~|null|Null|NULL")) {
            return "null";
        }
        if (text.matches("true|false")) {
            return text;
        }
        if (text.matches("[-+]?\\d{1,18}")) {
            return Long.toString(Long.parseLong(text));
        }
        if (text.matches("0x[0-9a-fA-F]{1,15}")) {
            return Long.toString(Long.parseLong(text.substring(2), 16));
        }
        return text.matches("[-+]?(\\.\\d+|\\d+(\\.\\d*)?)([eE][-+]?\\d+)?")
                ? Double.toString(Math.min(Double.parseDouble(text), Double.MAX_VALUE))
                : Json.text(text);
    }
}
