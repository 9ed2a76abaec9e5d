package io.packetspec.spec.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON Schema (draft 2020-12) of the language, for editors. It is made of what the readers read by: verbs,
 * modifiers, signatures, headers, keys, and the names of constants.
 */
public final class Schema {
    private final Map<String, Shape> defined = new HashMap<>();
    private final Map<String, Object> definitions = new TreeMap<>();

    private Schema() {}

    /** Writes the schema into this file. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text());
    }

    public static String text() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A file of Packetspec specs");
        Schema all = new Schema();
        FileReader.KEYS.shape().schema().forEach((keyword, value) -> schema.put(keyword, all.plain(value)));
        recursive().forEach(all::define);
        schema.put("$defs", all.definitions);
        return Json.of(schema);
    }

    private void define(String name, Shape shape) {
        Shape before = defined.putIfAbsent(name, shape);
        if (before == null) {
            definitions.put(name, plain(shape.schema()));
        } else if (!before.equals(shape)) {
            throw new IllegalStateException("two shapes have the name " + name);
        }
    }
    /** Without what references bring along, which becomes a definition. */
    private Object plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::plain).toList();
        }
        return value instanceof Map<?, ?> map ? plain(map) : value;
    }

    private Map<String, Object> plain(Map<?, ?> map) {
        Map<String, Object> plain = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (key.equals(Shape.DEFINITION)) {
                define(map.get("$ref").toString().substring(Shape.PLACE.length()), (Shape) value);
            } else {
                plain.put(key.toString(), plain(value));
            }
        });
        return plain;
    }

    /** What holds itself, and so is referred to by name only. */
    private static Map<String, Shape> recursive() {
        Map<String, Shape> all = new LinkedHashMap<>();
        all.put("expression", Shape.of("type", "string", "pattern", "\\$\\{"));
        all.put("spec", SpecBodyReader.KEYS.shape());
        all.put("lab", LabReader.KEYS.shape());
        all.put("flows", FlowReader.shape());
        all.put("printed", RunReader.printed());
        all.put("octets", OctetsReader.shape());
        all.put("step", step());
        Verbs.names()
                .forEach(name -> all.put("step." + name, step(Verbs.named(name).orElseThrow())));
        all.put("sent-packet", LayerShapes.packet(true));
        all.put("expected-packet", LayerShapes.packet(false));
        return all;
    }

    private static Shape step(Verbs.Verb verb) {
        List<Key> keys = new ArrayList<>(List.of(verb.argument()));
        keys.addAll(verb.keys());
        Shape shape = new Keys("a step", keys).shape();
        return verb.keys().contains(Modifiers.FAILS) ? shape.and("dependentSchemas", Modifiers.BESIDE_FAILS) : shape;
    }

    /** By its verb: so an error is about the step that was meant, and not about all that it might have been. */
    private static Shape step() {
        List<Object> rules = new ArrayList<>();
        List<Object> anyVerb = new ArrayList<>();
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> bare = new ArrayList<>();
        for (String name : Verbs.names()) {
            Verbs.Verb verb = Verbs.named(name).orElseThrow();
            Key argument = verb.argument();
            Map<String, Object> required = Map.of("required", List.of(name));
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("if", required);
            rule.put("then", step(verb).named("step." + name).schema());
            rules.add(rule);
            anyVerb.add(required);
            properties.put(name, Shape.ANYTHING.described(argument.meaning()).schema());
            if (argument.mayBeEmpty()) {
                bare.add(name);
            }
        }
        Shape mapping = Shape.of("type", "object", "properties", properties, "anyOf", anyVerb, "allOf", rules);
        return Shape.anyOf(Shape.words(bare), mapping);
    }
}
