package io.packetspec.spec.yaml;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Options;
import io.packetspec.spec.At;
import io.packetspec.spec.Value;
import io.packetspec.spec.yaml.Tree.Entries;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.List;
import java.util.Optional;

/** Reads a list of options: {@code [mss: 1460, sackOK, ts: {val: 100, ecr: 0}, {kind: 253, hex: "f989"}]}. */
final class OptionsReader {
    private final Field field;
    private final boolean sent;
    private final Scope scope;

    OptionsReader(Field field, boolean sent, Scope scope) {
        this.field = field;
        this.sent = sent;
        this.scope = scope;
    }

    Optional<Value<Options>> read(Cursor list) {
        if (!list.isList()) {
            list.items("a list of options such as ["
                    + String.join(", ", field.formats().keySet()) + "]");
            return Optional.empty();
        }
        List<Value<Layer>> options =
                list.items("").stream().flatMap(item -> option(item).stream()).toList();
        return Optional.of(Value.all(list.at(), options).map(Options::new));
    }

    private Optional<Value<Layer>> option(Cursor item) {
        if (item.tree() instanceof Text text) {
            return format(text).map(header -> new Value.Literal<>(text.at(), Layer.of(header)));
        }
        if (item.tree() instanceof Entries entries && entries.entries().size() == 1 && !isUnnamed(entries)) {
            Text name = entries.entries().get(0).key();
            Cursor value = scope.cursor(entries.entries().get(0).value());
            return format(name).map(header -> layer(name.text(), header, name.at(), value));
        }
        return field.unnamedFormat().map(header -> layer(header.name(), header, item.at(), item));
    }

    /** One that has only its number: {@code {kind: 253}}. */
    private boolean isUnnamed(Entries entries) {
        String key = entries.entries().get(0).key().text();
        return !field.formats().containsKey(key)
                && field.unnamedFormat().flatMap(header -> header.field(key)).isPresent();
    }

    private Value<Layer> layer(String name, Header header, At at, Cursor value) {
        return new LayerReader(name, header, sent, scope).read(at, value).value();
    }

    private Optional<Header> format(Text name) {
        Header header = field.formats().get(name.text());
        if (header == null) {
            scope.problem(
                    name.at(),
                    Suggestion.unknown(
                            "option", name.text(), "", field.formats().keySet()));
        }
        return Optional.ofNullable(header);
    }
}
