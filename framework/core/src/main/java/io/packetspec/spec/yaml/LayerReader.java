package io.packetspec.spec.yaml;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Match;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.At;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.PacketTemplate.Segment;
import io.packetspec.spec.Value;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one layer or option. */
final class LayerReader {
    private final String name;
    private final Header header;
    private final boolean sent;
    private final Scope scope;
    private @Nullable Segment segment;

    /** @param name as the user wrote it, which may be another than the header's */
    LayerReader(String name, Header header, boolean sent, Scope scope) {
        this.name = name;
        this.header = header;
        this.sent = sent;
        this.scope = scope;
    }

    LayerTemplate read(At at, Cursor value) {
        Map<Field, Value<Match>> fields = value.isEmpty() ? Map.of() : fields(value);
        return new LayerTemplate(at, header, fields, segment);
    }

    private Map<Field, Value<Match>> fields(Cursor value) {
        Optional<Field> principal = header.principal();
        boolean whole = !value.isMapping() || MatchReader.isMatcher(value) || isOctets(principal);
        if (whole && principal.isPresent()) {
            return new FieldReader(principal.get(), sent, scope)
                    .read(value)
                    .map(match -> Map.of(principal.get(), match))
                    .orElse(Map.of());
        }
        return value.mapping("fields of " + name + " such as {" + example() + ": …}")
                .map(this::fields)
                .orElse(Map.of());
    }

    private boolean isOctets(Optional<Field> principal) {
        return header.fields().size() == 1
                && principal.filter(field -> field.kind() == Field.Kind.OCTETS).isPresent();
    }

    private String example() {
        return header.fields().isEmpty() ? "" : header.fields().get(0).name();
    }

    private Map<Field, Value<Match>> fields(Mapping mapping) {
        Map<Field, Value<Match>> fields = new LinkedHashMap<>();
        segment = header == Headers.TCP ? new SegmentReader(mapping, sent).read() : null;
        for (Text key : mapping.keys()) {
            if (header == Headers.TCP && SegmentReader.NAMES.contains(key.text())) {
                continue;
            }
            Optional<Field> field = field(key);
            Cursor value = mapping.get(key.text()).orElseThrow();
            field.flatMap(f -> new FieldReader(f, sent, scope).read(value))
                    .ifPresent(match -> put(fields, field.get(), match, key));
        }
        return fields;
    }

    private void put(Map<Field, Value<Match>> fields, Field field, Value<Match> match, Text key) {
        if (fields.put(field, match) != null) {
            scope.problem(key.at(), "\"" + field + "\" is set already, by its other name");
        }
    }

    private Optional<Field> field(Text key) {
        Optional<Field> field = header.field(Layers.field(name, key.text(), scope.family()));
        if (field.isEmpty()) {
            scope.problem(key.at(), Mapping.unknown("field", key.text(), " of " + name, names()));
        }
        return field;
    }

    private List<String> names() {
        Stream<String> fields = header.fields().stream().map(Field::name);
        Stream<String> flow = header == Headers.TCP ? SegmentReader.NAMES.stream() : Stream.of();
        return Stream.concat(fields, flow).toList();
    }
}
