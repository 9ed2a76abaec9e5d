package io.packetspec.packet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One line about a layer, by the pattern of its header: {@link Header#withSummary}. */
final class Summary {
    private static final Pattern WORD = Pattern.compile("([-=\\[]?)([\\w.]+)(?:>([\\w.]+)|=(\\w+))?]?(\\?)?");
    private static final int SHORT = 32;

    private Summary() {}

    static String of(Dissection frame) {
        List<Dissection.Part> parts = frame.parts();
        Reduction reduction = new Reduction(frame);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            lines.add(of(told(parts.get(i).layer(), reduction.layer(i))));
        }
        boolean framed = parts.size() > 1
                && parts.get(0).layer().header().fields().get(0).kind() == Field.Kind.MAC
                && !parts.get(1).layer().header().isOpaque();
        return String.join("  ", framed ? lines.subList(1, lines.size()) : lines);
    }

    /** Of a dissected layer what the pattern names, and what is remarkable. */
    private static Layer told(Layer whole, Layer remarkable) {
        Map<Field, Match> told = new LinkedHashMap<>(remarkable.fields());
        for (MatchResult word : words(whole.header())) {
            for (Field field : fields(whole.header(), word)) {
                Match match = whole.fields().get(field);
                if (word.group(1).equals("-")) {
                    told.computeIfPresent(field, (f, m) -> isDull(word, f, m) ? null : m);
                } else if (match != null && word.group(5) == null && field.isRelevantIn(whole)) {
                    told.putIfAbsent(field, match);
                }
            }
        }
        return new Layer(whole.header(), told);
    }

    private static boolean isDull(MatchResult word, Field field, Match match) {
        return word.group(4) == null || word.group(4).equals(Notation.match(field, match));
    }

    /** What is set, in the order of the pattern; then what the pattern does not name. */
    static String of(Layer layer) {
        if (layer.header().isOpaque()) {
            return opaque(layer);
        }
        List<String> texts = new ArrayList<>(List.of(layer.header().name()));
        Set<Field> open = new LinkedHashSet<>(layer.fields().keySet());
        for (MatchResult word : words(layer.header())) {
            List<Field> fields = fields(layer.header(), word);
            if (!word.group(1).equals("-") && fields.stream().anyMatch(layer.fields()::containsKey)) {
                texts.add(text(layer, word, fields));
                fields.forEach(open::remove);
            }
        }
        open.forEach(field -> texts.add(field + " " + value(layer, field)));
        return String.join(" ", texts);
    }

    private static String text(Layer layer, MatchResult word, List<Field> fields) {
        String values = fields.stream().map(field -> value(layer, field)).collect(Collectors.joining(" > "));
        return switch (word.group(1)) {
            case "=" -> values;
            case "[" -> "[" + values + "]";
            default -> fields.size() > 1 ? values : fields.get(0) + " " + values;
        };
    }

    private static String value(Layer layer, Field field) {
        Match match = layer.fields().get(field);
        return match == null ? "*" : Notation.match(field, match);
    }

    private static String opaque(Layer layer) {
        Field data = layer.header().fields().get(0);
        Match match = layer.fields().get(data);
        boolean longish = match instanceof Match.Exact exact && ((Octets) exact.value()).length() > SHORT;
        String text = longish ? ((Octets) ((Match.Exact) match).value()).length() + " octets" : value(layer, data);
        return layer.header() + " " + text;
    }

    private static List<MatchResult> words(Header header) {
        return WORD.matcher(header.summary()).results().toList();
    }

    private static List<Field> fields(Header header, MatchResult word) {
        Field first = header.field(word.group(2)).orElseThrow();
        return word.group(3) == null
                ? List.of(first)
                : List.of(first, header.field(word.group(3)).orElseThrow());
    }
}
