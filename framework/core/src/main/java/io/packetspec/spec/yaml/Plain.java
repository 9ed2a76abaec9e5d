package io.packetspec.spec.yaml;

import io.packetspec.spec.yaml.Tree.Entries;
import io.packetspec.spec.yaml.Tree.Items;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A parameter's value as expressions see it: a Long, Boolean, String, List or Map. */
final class Plain {
    private Plain() {}

    static Object of(Tree tree) {
        if (tree instanceof Items items) {
            return list(items);
        }
        if (tree instanceof Entries entries) {
            return map(entries);
        }
        return tree instanceof Text text ? scalar(text) : "";
    }

    private static List<Object> list(Items items) {
        return items.items().stream().map(Plain::of).toList();
    }

    private static Map<String, Object> map(Entries entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        entries.entries().forEach(entry -> map.put(entry.key().text(), of(entry.value())));
        return map;
    }

    private static Object scalar(Text text) {
        if (!text.plain()) {
            return text.text();
        }
        if (text.text().equals("true") || text.text().equals("false")) {
            return Boolean.valueOf(text.text());
        }
        return Numbers.isNumber(text.text()) ? Numbers.parse(text.text()) : text.text();
    }
}
